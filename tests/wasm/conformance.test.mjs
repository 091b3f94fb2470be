// Other people's suites through the package: the Unicode suite of MessageFormat 2, errors by type and order and parts,
// and MessageFormat 1 through `codeglot format --jsonl`. The cases lie beside the project; without them nothing is run,
// and the tests say so. npm's messageformat runs the same cases where bench/ has it installed, for the table.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { contains, readLines } from '../conformance/lines.mjs';
import { addTestFunctions } from '../conformance/test_functions.mjs';
import { fileOf, load, nativeCommand, projectFolder } from './package.mjs';

const suites = process.env.CODEGLOT_CONFORMANCE_CASES || join(projectFolder, '../shared/conformance');
const suite = (name) => (existsSync(join(suites, name)) ? readLines(readFileSync(join(suites, name), 'utf8')) : undefined);
const notRun = 'NOT RUN: the suites are absent; nothing is known about conformance from this run';

function cut(cases, name) {
  const folder = join(projectFolder, 'build/package/data', name);
  const locales = [...new Set(cases.map(({ locale }) => locale))].filter((locale) => locale !== 'und');
  execFileSync(nativeCommand, ['data', '--features', 'all', '--output', folder, ...locales.flatMap((tag) => ['--locale', tag])]);
  return folder;
}

/** What is wrong with a result; undefined if nothing is. */
function fault(wanted, { text, parts, errors }) {
  const kinds = errors.map(({ kind }) => kind).filter((kind) => kind !== 'missing-data');
  if (JSON.stringify(kinds) !== JSON.stringify(wanted.errors ?? [])) {
    return `errors ${JSON.stringify(kinds)}, wanted ${JSON.stringify(wanted.errors ?? [])}`;
  }
  if (wanted.parts !== undefined && !contains(parts, wanted.parts)) {
    return `parts ${JSON.stringify(parts)}, wanted ${JSON.stringify(wanted.parts)}`;
  }
  return wanted.expected !== undefined && wanted.expected !== text ? `${JSON.stringify(text)}` : undefined;
}

/** What is wrong with messageformat's text, or with whether it has an error, by the cases' ids; undefined if it is not installed. */
async function faultsOfMessageFormat(cases) {
  const require = createRequire(join(projectFolder, 'bench/package.json'));
  let MessageFormat;
  let DraftFunctions;
  try {
    ({ MessageFormat } = await import(require.resolve('messageformat')));
    ({ DraftFunctions } = await import(require.resolve('messageformat/functions')));
  } catch {
    return undefined;
  }
  const faults = cases.map(({ id, locale, pattern, args, bidi, expected, error }) => {
    let failure = '';
    let text;
    try {
      const bidiIsolation = bidi === 'none' ? 'none' : 'default';
      text = new MessageFormat(locale, pattern, { bidiIsolation, functions: DraftFunctions }).format(args, (each) => (failure = String(each)));
    } catch (thrown) {
      failure = String(thrown);
    }
    const differs = expected !== undefined && text !== undefined && text !== expected;
    const wrong = Boolean(failure) !== Boolean(error) ? failure || 'no error' : differs ? JSON.stringify(text) : undefined;
    return [id, wrong];
  });
  return new Map(faults.filter(([, wrong]) => wrong !== undefined));
}

/** The table of what passes, a line for each file of the suite, and each case that does not, with the reason. */
function printTable(cases, ours, others, needsTestFunctions) {
  const groupOf = ({ id }) => id.split('#')[0];
  const groups = [...new Set(cases.map(groupOf))].map((group) => [group, cases.filter((one) => groupOf(one) === group)]);
  const passed = (some, faults) => some.filter(({ id }) => !faults.has(id)).length;
  for (const [group, some] of groups) {
    const theirs = some.filter((one) => !needsTestFunctions(one));
    const beside = others ? `${passed(theirs, others)} of ${theirs.length}` : 'not run';
    console.log(`conformance: ${group.padEnd(40)} codeglot/icu ${passed(some, ours)} of ${some.length}, messageformat ${beside}`);
  }
  for (const [name, faults] of [['codeglot/icu', ours], ['messageformat', others ?? new Map()]]) {
    for (const [id, wrong] of faults) {
      console.log(`conformance: not passed by ${name}: ${id}: ${JSON.stringify(cases.find((one) => one.id === id).pattern)}: ${wrong}`);
    }
  }
}

test('the Unicode suite passes, errors by type and order, and parts', async (context) => {
  const cases = suite('mf2_wg.jsonl');
  if (!cases) {
    console.log(`conformance: ${notRun}`);
    context.skip(notRun);
    return;
  }
  const folder = cut(cases, 'conformance-mf2');
  const { loadIcu } = await load('codeglot/icu');
  const icu = await loadIcu({ data: readdirSync(folder).map((name) => readFileSync(join(folder, name))) });
  addTestFunctions(icu);
  const ours = new Map();
  for (const one of cases) {
    const { id, locale, pattern, args, tz, bidi } = one;
    const found = fault(one, icu.formatToParts(pattern, locale, args, { syntax: 'mf2', timeZone: tz, bidi }));
    if (found !== undefined) {
      ours.set(id, found);
    }
  }
  icu.dispose();
  const needsTestFunctions = ({ flags = [] }) => flags.includes('needs-test-functions');
  const theirs = cases.filter((one) => !needsTestFunctions(one));
  const others = await faultsOfMessageFormat(theirs);
  printTable(cases, ours, others, needsTestFunctions);
  const beside = others ? `${theirs.length - others.size} of the ${theirs.length} that need no test functions` : 'not installed (bench/), not run';
  console.log(`conformance: mf2 by codeglot/icu: ${cases.length - ours.size} of ${cases.length} passed`);
  console.log(`conformance: mf2 by npm's messageformat: ${beside}`);
  assert.deepEqual([...ours], []);
  assert.equal(cases.length, 461);
});

test('the cases of MessageFormat 1 pass through the command of the package', (context) => {
  const cases = suite('mf1_formatjs.jsonl');
  if (!cases) {
    console.log(`conformance: ${notRun}`);
    context.skip(notRun);
    return;
  }
  const folder = cut(cases, 'conformance-mf1');
  const bin = join(fileOf('codeglot/package.json'), '../bin/codeglot.mjs');
  const input = cases.map(({ id, syntax, locale, pattern, args }) => `${JSON.stringify({ id, syntax, locale, pattern, args })}\n`).join('');
  const output = execFileSync(process.execPath, [bin, 'format', '--jsonl', '--engine', 'icu', '--data', folder], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers = new Map(readLines(output).map((answer) => [answer.id, answer]));
  const failures = cases.filter(({ id, expected, error }) => {
    const { out, err } = answers.get(id) ?? { err: 'no answer' };
    return Boolean(error) !== (err !== null) || (expected !== undefined && out !== expected);
  });
  console.log(`conformance: mf1 by npx codeglot: ${cases.length - failures.length} of ${cases.length} passed`);
  assert.deepEqual(failures.map(({ id, locale, pattern, expected }) => ({ id, locale, pattern, expected, ...answers.get(id) })), []);
  assert.equal(cases.length, 1403);
});
