// What the runners of conformance cases share: cases through a command that reads and writes lines of JSON.
import { spawnSync } from 'node:child_process';

export const readLines = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

/** The command's answer to each case, by the case's id. Ends the process if the command fails. */
export function runCases(command, commandArguments, cases) {
  const input = cases
    .map(({ id, syntax, locale, pattern, args, tz, bidi }) => `${JSON.stringify({ id, syntax, locale, pattern, args, tz, bidi })}\n`)
    .join('');
  const run = spawnSync(command, commandArguments, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0) {
    console.error(`conformance: ${command} ended with ${run.status ?? run.signal ?? run.error}\n${run.stderr}`);
    process.exit(1);
  }
  return new Map(readLines(run.stdout).map((answer) => [answer.id, answer]));
}

/** Whether an object has all members of another one, and arrays have the same length. */
export function contains(found, wanted) {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && found.length === wanted.length && wanted.every((one, at) => contains(found[at], one));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return typeof found === 'object' && found !== null && Object.keys(wanted).every((key) => contains(found[key], wanted[key]));
  }
  return found === wanted;
}
