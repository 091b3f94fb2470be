// Runs the MessageFormat 2 cases of ICU's source archive, which follow older drafts of the specification than ours.
//   node run_icu_cases.mjs FOLDER COMMAND [ARGUMENT…]
// A case that contradicts LDML 48.2 is named in contradictions.mjs with the reason. Exits 1 if another case fails, or if
// a named one passes: the list is neither too short nor too long.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contradictions } from './contradictions.mjs';
import { contains, runCases } from './lines.mjs';

const jsonFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .sort();

const argumentsOf = (params) =>
  Array.isArray(params) ? Object.fromEntries(params.map(({ name, value }) => [name, value])) : (params ?? {});

/** The cases of a file in the shape that the command reads; a source may be a list of lines. */
function casesOf(folder, name) {
  const file = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return file.tests.map((test, index) => {
    const wanted = { ...file.defaultTestProperties, ...test };
    return {
      id: `${name.replace(/\.json$/, '')}#${index}`,
      syntax: 'mf2',
      locale: wanted.locale,
      pattern: [wanted.src].flat().join(''),
      args: argumentsOf(wanted.params),
      tz: 'America/Los_Angeles', // The zone of ICU's own test runner.
      bidi: wanted.bidiIsolation ?? 'none',
      wanted,
    };
  });
}

// Found before arguments are known. A case without any expectation is one for the parser.
const staticErrors = [
  'syntax-error',
  'variant-key-mismatch',
  'missing-fallback-variant',
  'missing-selector-annotation',
  'duplicate-declaration',
  'duplicate-option-name',
  'duplicate-variant',
];

/** What is wrong with an answer; undefined if nothing is. These cases name errors in no order, and not all. */
function fault({ wanted }, answer) {
  if (answer === undefined) {
    return 'no answer';
  }
  const parserOnly = wanted.exp === undefined && wanted.expErrors === undefined;
  const types = answer.errors.map(({ type }) => type).filter((type) => !parserOnly || staticErrors.includes(type));
  const expected = wanted.expErrors ?? false;
  if (expected === true && types.length === 0) {
    return 'no error';
  }
  if ((expected === false || expected.length === 0) && types.length > 0) {
    return `errors ${JSON.stringify(types)}`;
  }
  if (Array.isArray(expected) && !expected.every(({ type }) => types.includes(type))) {
    return `errors ${JSON.stringify(types)}, wanted ${JSON.stringify(expected.map(({ type }) => type))}`;
  }
  if (wanted.expParts !== undefined && !contains(answer.parts, wanted.expParts)) {
    return `parts ${JSON.stringify(answer.parts)}`;
  }
  return wanted.exp !== undefined && wanted.exp !== answer.out ? `text ${JSON.stringify(answer.out)}` : undefined;
}

const [folder, command, ...commandArguments] = process.argv.slice(2);
const cases = jsonFiles(folder).flatMap((name) => casesOf(folder, name));
const answers = runCases(command, commandArguments, cases);
let failures = 0;
let contradicting = 0;
for (const one of cases) {
  const found = fault(one, answers.get(one.id));
  const reason = contradictions.get(one.id);
  if (found !== undefined && reason !== undefined) {
    contradicting += 1;
  } else if (found !== undefined || reason !== undefined) {
    failures += 1;
    console.error(`${one.id} (${one.locale}): ${JSON.stringify(one.pattern)} with ${JSON.stringify(one.args)}`);
    console.error(found !== undefined ? `  found ${found}; wanted ${JSON.stringify(one.wanted.exp)}` : `  passes, though: ${reason}`);
  }
}
console.log(
  `conformance: ${cases.length - failures - contradicting} of ${cases.length} passed, ` +
    `${contradicting} contradict LDML 48.2 (contradictions.mjs says why)`,
);
process.exit(failures === 0 ? 0 : 1);
