// What `codeglot check` writes for tools, held against the schemas of those who read it: SARIF 2.1.0's, as Microsoft's
// SARIF SDK ships it, and the project's own. The command is the one of build/release, or $CODEGLOT_COMMAND.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const command = process.env.CODEGLOT_COMMAND ?? join(root, 'build/release/bin/codeglot');
const packages = createRequire(join(root, 'wasm/package.json'));
const work = mkdtempSync(join(tmpdir(), 'codeglot-reports-'));
after(() => rmSync(work, { recursive: true, force: true }));

let missing = false;
try {
  packages.resolve('@microsoft/jest-sarif');
  packages.resolve('ajv-draft-04');
} catch {
  missing = 'the npm packages of wasm/ are not installed: run npm ci there';
  console.log(`reports not run: ${missing}`);
}

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
function check(...args) {
  const { error, stdout, stderr } = spawnSync(command, ['check', ...args], { cwd: work, encoding: 'utf8', maxBuffer: 2 ** 26 });
  assert.equal(error, undefined);
  return { stdout, stderr };
}

/** What is wrong with a SARIF log; empty if nothing is. */
function sarifErrors(log) {
  const ajv = new (packages('ajv-draft-04').default)({ allErrors: true, strict: false, unicodeRegExp: false });
  packages('ajv-formats').default(ajv);
  const folder = dirname(packages.resolve('@microsoft/jest-sarif'));
  const fits = ajv.validate(json(join(folder, 'schemas/sarif-2.1.0-rtm.5.json')), log);
  return fits ? '' : ajv.errorsText();
}

/** What is wrong with a file by a schema of the project; empty if nothing is. */
function ownErrors(schema, value) {
  const ajv = new (packages('ajv/dist/2020.js').default)({ allErrors: true, strictTypes: false, strictRequired: false });
  return ajv.validate(json(join(root, `locales/schema/${schema}.schema.json`)), value) ? '' : ajv.errorsText();
}

/** A catalog in which each example of a rule that is a message breaks the rule. */
function writeExamples(rules) {
  const folder = join(work, 'catalog with ü');
  mkdirSync(folder, { recursive: true });
  const args = { n: { type: 'number' }, s: { type: 'string' }, d: { type: 'date' } };
  const codes = rules.map(({ id }, index) => ({ code: index, name: id, args }));
  const files = { codes: { namespace: 'x', sourceLocale: 'en', defaultLocale: 'en', codes }, en: { $locale: 'en' } };
  for (const { id, example } of rules) {
    if (example.locale !== '') {
      files.en[id] = example.source || 'Oh';
      files[example.locale] ??= { $locale: example.locale };
      files[example.locale][id] = example.wrong;
    }
  }
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value, null, 2));
  }
  return folder;
}

const rules = missing ? [] : JSON.parse(check('--rules', '--format', 'json').stdout);

test('SARIF with findings of many rules fits its schema', { skip: missing }, () => {
  const log = JSON.parse(check(writeExamples(rules), '--format', 'sarif').stdout);
  assert.equal(sarifErrors(log), '');
  const [{ results, tool }] = log.runs;
  const found = new Set(results.map(({ ruleId }) => ruleId));
  for (const { id, example } of rules) {
    assert.ok(example.locale === '' || found.has(id), `${id} is not found in its own example`);
  }
  assert.equal(tool.driver.rules.length, rules.length);
  for (const { locations } of results) {
    const { uri } = locations[0].physicalLocation.artifactLocation;
    assert.match(uri, /^catalog%20with%20%C3%BC\/[\w-]+\.json$/);
  }
});

test('SARIF without findings fits its schema', { skip: missing }, () => {
  assert.equal(sarifErrors(JSON.parse(check(join(root, 'tests/readme/catalog'), '--format', 'sarif').stdout)), '');
});

test('The schema of SARIF tells a wrong log from a right one', { skip: missing }, () => {
  const log = JSON.parse(check(writeExamples(rules), '--format', 'sarif').stdout);
  for (const spoil of [
    (copy) => (copy.version = '2.0.0'),
    (copy) => delete copy.runs[0].results[0].message,
    (copy) => (copy.runs[0].results[0].level = 'fatal'),
    (copy) => (copy.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b'),
    (copy) => (copy.runs[0].columnKind = 'bytes'),
    (copy) => (copy.runs[0].results[0].line = 1),
  ]) {
    const copy = structuredClone(log);
    spoil(copy);
    assert.notEqual(sarifErrors(copy), '', spoil.toString());
  }
});

test('A baseline and a release that are written fit their schemas', { skip: missing }, () => {
  const examples = writeExamples(rules);
  check(examples, '--baseline', 'baseline.json', '--write-baseline');
  const baseline = json(join(work, 'baseline.json'));
  assert.ok(baseline.findings.length >= 10);
  assert.equal(ownErrors('baseline', baseline), '');
  const catalog = join(work, 'released');
  mkdirSync(catalog);
  for (const file of ['codes.json', 'en.json']) {
    writeFileSync(join(catalog, file), readFileSync(join(root, 'tests/readme/drafts', file)));
  }
  check(catalog, '--release');
  assert.equal(ownErrors('released', json(join(catalog, 'released.json'))), '');
  assert.notEqual(ownErrors('released', { namespace: 'x', codes: [{ code: '1' }] }), '');
});

test('A manifest of packs fits its schema, and each of its rules is one', { skip: missing }, () => {
  const packs = join(work, 'packs');
  for (const options of [[], ['--hashed'], ['--pseudo']]) {
    const { status, stderr } = spawnSync(command, ['compile', join(root, 'locales'), '-o', packs, '--manifest', ...options], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(ownErrors('manifest', json(join(packs, 'manifest.json'))), '');
  }
  const manifest = json(join(packs, 'manifest.json'));
  assert.ok(manifest.packs.length >= 49 && manifest.packs.some(({ tag, direction }) => tag === 'ar-XB' && direction === 'rtl'));
  for (const spoil of [
    (copy) => (copy.version = 2),
    (copy) => delete copy.namespace,
    (copy) => (copy.packs = []),
    (copy) => (copy.packs[0].file = '../ar.cgpk'),
    (copy) => (copy.packs[0].hash = 'ABCDEF01'),
    (copy) => (copy.packs[0].bytes = '5'),
    (copy) => (copy.packs[0].serves = 'ar  ar-EG'),
    (copy) => (copy.packs[0].direction = 'up'),
  ]) {
    const copy = structuredClone(manifest);
    spoil(copy);
    assert.notEqual(ownErrors('manifest', copy), '', spoil.toString());
  }
});
