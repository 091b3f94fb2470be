// Runs other people's MessageFormat 1 cases through the project's own command, `codeglot format --jsonl`.
//   node run.mjs COMMAND CASES.jsonl CASES_WANTED ENGINE
// The cases are not part of the project: where the file is absent this says so loudly and exits 77, which ctest counts
// as skipped. Exits 1 if a case fails, or if there are not exactly as many cases as wanted.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// What the runtime alone (engine aot) cannot do: formats from CLDR's locale data, dates, number skeletons and patterns.
const unsupportedFlags = ['cldr-data', 'date', 'number-skeleton', 'number-pattern'];
const skipped = 77;
const failuresShown = 20;

const readLines = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

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
  return wanted.expected !== undefined && answer.out !== wanted.expected ? JSON.stringify(answer.out) : undefined;
}

const [command, path, casesWanted, engine] = process.argv.slice(2);
if (!existsSync(path)) {
  console.log(`conformance: not run: ${path} is absent. Nothing is known about conformance from this run.`);
  process.exit(skipped);
}
const cases = readLines(readFileSync(path, 'utf8')).filter(
  (one) => engine !== 'aot' || !(one.flags ?? []).some((flag) => unsupportedFlags.includes(flag)),
);
const input = cases
  .map(({ id, syntax, locale, pattern, args, tz }) => `${JSON.stringify({ id, syntax, locale, pattern, args, tz })}\n`)
  .join('');
const run = spawnSync(command, ['format', '--jsonl', '--engine', engine], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
if (run.status !== 0) {
  console.error(`conformance: ${command} format ended with ${run.status ?? run.signal ?? run.error}\n${run.stderr}`);
  process.exit(1);
}
const answers = new Map(readLines(run.stdout).map((answer) => [answer.id, answer]));
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
