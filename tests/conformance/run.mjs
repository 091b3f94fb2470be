// Runs other people's cases of either syntax through lines of JSON.
//   node run.mjs CASES.jsonl CASES_WANTED COMMAND [ARGUMENT…]
// The cases are not part of the project: where the file is absent this says so loudly and exits 77, which ctest counts
// as skipped. Exits 1 if a case fails, or if there are not exactly as many cases as wanted.
// MessageFormat 2: errors are compared by type and order, and the engine's parts where a case has them.
import { existsSync, readFileSync } from 'node:fs';
import { contains, readLines, runCases } from './lines.mjs';

const skipped = 77;
const failuresShown = 20;
const engineNamed = process.argv.includes('icu');

/** What is wrong with an answer; undefined if nothing is. */
function fault(wanted, answer) {
  if (answer === undefined) {
    return 'no answer';
  }
  const failed = answer.err !== null || (answer.errors?.length ?? 0) > 0;
  if (wanted.error && !failed) {
    return 'no error';
  }
  if (!wanted.error && failed) {
    return `the error ${JSON.stringify(answer.err)}`;
  }
  if (wanted.errors !== undefined) {
    const types = (answer.errors ?? []).map(({ type }) => type);
    if (JSON.stringify(types) !== JSON.stringify(wanted.errors)) {
      return `errors ${JSON.stringify(types)}, wanted ${JSON.stringify(wanted.errors)}`;
    }
  }
  // The runtime's lines have no parts: its spans have tests of their own.
  if (wanted.parts !== undefined && (answer.parts !== undefined || engineNamed) && !contains(answer.parts, wanted.parts)) {
    return `parts ${JSON.stringify(answer.parts)}, wanted ${JSON.stringify(wanted.parts)}`;
  }
  return wanted.expected !== undefined && answer.out !== wanted.expected ? JSON.stringify(answer.out) : undefined;
}

const [path, casesWanted, command, ...commandArguments] = process.argv.slice(2);
if (!existsSync(path)) {
  console.log(`conformance: not run: ${path} is absent. Nothing is known about conformance from this run.`);
  process.exit(skipped);
}
const cases = readLines(readFileSync(path, 'utf8'));
const answers = runCases(command, commandArguments, cases);
const failures = cases.flatMap((one) => {
  const found = fault(one, answers.get(one.id));
  return found === undefined ? [] : [{ ...one, found }];
});
for (const { id, locale, pattern, args, expected, found } of failures.slice(0, failuresShown)) {
  console.error(`${id} (${locale}): ${pattern}\n  with ${JSON.stringify(args)}`);
  console.error(`  wanted ${JSON.stringify(expected)}, found ${found}`);
}
console.log(`conformance: ${cases.length - failures.length} of ${cases.length} passed, ${casesWanted} wanted`);
process.exit(failures.length === 0 && cases.length === Number(casesWanted) ? 0 : 1);
