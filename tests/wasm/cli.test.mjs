// @codeglot/cli against the native command: all subcommands, good input and bad, byte for byte. Where the package is not
// built, nothing is run, and the tests say so.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as nodeTest } from 'node:test';
import { byCall, byProcess, cliInstalled, filesBelow, workshop } from './both.mjs';
import { projectFolder } from './package.mjs';

const notRun = 'Not run: @codeglot/cli is not built (make cli-package); nothing is known about it from this run';
if (!cliInstalled) {
  console.log(`cli: ${notRun}`);
}
const test = (name, body) => nodeTest(name, { skip: cliInstalled ? false : notRun }, body);

const from = (folder, wanted = () => true) =>
  [...filesBelow(join(projectFolder, folder))].filter(([path, bytes]) => bytes !== null && wanted(path));
const below = (prefix, files) => files.map(([path, bytes]) => [`${prefix}/${path}`, bytes]);
const text = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const all = from('locales', (path) => !path.includes('/') && path.endsWith('.json'));
const few = all.filter(([path]) => /^(codes|check|glossary|released|en|en-GB|zh-Hans|zh-Hant|ar|fr|ru|th)\.json$/.test(path));
const formats = from('tests/wasm/formats');
const nasty = from('tests/interchange/nasty');
const other = from('tests/generate/catalog');
const sample = new Map([...below('some', few), ...below('formats', formats), ...below('nasty', nasty), ...below('other', other)]);

/** Catalogs with something wrong in them: syntax, types, plurals, names, codes. */
const wrong = new Map([
  ...below('wrong', formats.filter(([path]) => path === 'codes.json')),
  ['wrong/en.json', text({ $locale: 'en', paid: 'Paid {amount, number, ::currency/EUR}.', plain: 'Nothing  here ' })],
  ['wrong/de.json', text('{\n  "$locale": "de",\n  "paid": "Sie {amount, plural, one {x} other {",\n  "speed": 5,\n  "nobody": "x",\n  "files": {"syntax": "mf2", "text": ".match $x"}\n}\n')],
  ['wrong/ja.json', text('{"$locale": "ja", "paid": "{amount, plural, one{#} many{#}}", "paid": "again"}')],
  ['broken/codes.json', text('{"namespace": "x", ')],
  ['twice/codes.json', text({ namespace: 'x', sourceLocale: 'en', defaultLocale: 'en', codes: [{ code: 1, name: 'a' }, { code: 1, name: 'a' }] })],
  ['twice/en.json', text({ $locale: 'en', a: 'A' })],
]);

test('message, response and list', async () => {
  const { files } = await workshop('show', sample).same(['compile', 'formats', '--output', 'packs']);
  const { same } = workshop('show', files);
  for (const locale of ['en', 'zh-TW', 'ar', 'fr-CA', 'nonsense', 'hi_Latn']) {
    for (const code of ['3', '102', '135', '403', '-1', '99999']) {
      await same(['message', code, '--locale', locale, '--explain']);
    }
    await same(['list', '--locale', locale]);
  }
  for (const value of ['8', '1.50', '-3', 'seven', '1e3', '+7', 'Infinity', 'NaN', '0x10', ' 5', '']) {
    await same(['message', '135', '--arg', `max=${value}`, '--explain']);
  }
  await same(['message', '135', '--args-json', '{"max": 1e21}']);
  await same(['message', '135', '--args-json', '{"max": 0.1}']);
  await same(['message', '135', '--args-json', '[']);
  await same(['list', '--locales']);
  await same(['list', '--locale', 'en', '--packs', 'other']); // Compiled when asked.
  await same(['list', '--locale', 'de', '--packs', 'packs']);
  for (const args of ['amount=1234.5', 'rate=99.95', 'count=21', 'when=1637685775123', 'when=1637685775123 Europe/Paris', 'when=1637685775123 +05:30']) {
    for (const code of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '11']) {
      await same(['message', code, '--packs', 'packs', '--locale', 'de', '--arg', args, '--time-zone', 'America/New_York']);
    }
  }
  await same(['message', '4', '--packs', 'packs', '--args-json', '{"when": {"date": 1e300}}']);
  await same(['message', '4', '--packs', 'packs', '--args-json', '{"when": {"date": -0.5, "zone": "Asia/Tokyo"}}']);
  await same(['response', '--status', '403', '--body', '{"code": 403}', '--locale', 'en', '--explain']);
  await same(['response', '--body', '{"code": "102"}', '--locale', 'ar']);
  await same(['response', '--status', '500', '--body', 'no']);
});

test('check, in all forms', async () => {
  const { same } = workshop('check', new Map([...sample, ...wrong]));
  await same(['check', '--rules']);
  await same(['check', 'some', '--explain']);
  await same(['check', 'formats', '--explain', '--format', 'json']);
  for (const folder of ['some', 'wrong', 'nasty', 'other', 'broken', 'twice']) {
    for (const form of ['text', 'json', 'sarif', 'github']) {
      await same(['check', folder, '--format', form]);
    }
    await same(['check', folder, '--strict']);
    await same(['check', folder, '--max-warnings', '2']);
    const mended = await same(['check', folder, '--fix']);
    await same(['check', folder, '--baseline', 'baseline.json', '--write-baseline']);
    await same(['check', folder, '--fix'], { start: mended.files });
    await same(['check', folder, '--release']);
  }
});

test('compile, and messages from what it wrote', async () => {
  const { same } = workshop('compile', new Map([...sample, ...wrong]));
  for (const folder of ['some', 'wrong', 'broken', 'twice']) {
    await same(['compile', folder, '--output', 'a/b/packs']);
  }
  const { files } = await same(['compile', 'formats', '--time-zones', '--pseudo']);
  assert.ok([...files.keys()].some((path) => path.endsWith('.cgdata')), 'the ICU engine needs data');
  await same(['compile', 'some', '--pseudo', '--pseudo-from', 'fr', '-o', 'packs']);
  for (const locale of ['de', 'ja', 'ar', 'en-XA', 'ar-XB']) {
    await same(['list', '--packs', 'packs', '--locale', locale], { start: files });
  }
});

test('the 49 locales of the project compile to the same packs', async () => {
  const { same } = workshop('all', new Map(below('locales', all)));
  const { files, status } = await same(['compile', 'locales']);
  assert.equal(status, 0);
  assert.equal([...files.keys()].filter((path) => path.endsWith('.cgpk')).length, 49);
});

test('convert, generate, stats, diff', async () => {
  const { same } = workshop('convert', new Map([...sample, ...wrong]));
  await same(['convert', 'some', '--to', 'mf2', '--output', 'converted']);
  await same(['stats', 'formats']);
  for (const folder of ['some', 'nasty', 'wrong']) {
    await same(['convert', folder, '--to', 'mf2']);
    await same(['stats', folder]);
    await same(['stats', folder, '--format', 'json']);
  }
  for (const language of ['c', 'cpp', 'typescript', 'kotlin', 'java', 'swift', 'markdown', 'html']) {
    await same(['generate', 'some', '--to', language]);
    const { files } = await same(['generate', 'other', '--to', language, '--output', '.', '--package', 'com.example.files']);
    await same(['generate', 'other', '--to', language, '--output', '.', '--check', '--package', 'com.example.files'], { start: files });
  }
  for (const [before, after] of [['some', 'other'], ['other', 'some'], ['some', 'some'], ['some', 'wrong']]) {
    await same(['diff', before, after]);
    await same(['diff', before, after, '--format', 'json']);
  }
});

test('export, and import of what it wrote', async () => {
  const { same } = workshop('exchange', sample);
  for (const form of ['xliff2', 'xliff1', 'po', 'arb', 'android', 'xcstrings', 'i18next', 'csv']) {
    for (const folder of ['some', 'nasty']) {
      const { files } = await same(['export', folder, '--to', form, '--output', 'out', '--report', 'json']);
      const written = [...files.keys()].filter((path) => path.startsWith('out/') && files.get(path) !== null && !path.endsWith('.codeglot.json'));
      for (const path of written) {
        await same(['import', path, '--from', form, '--output', folder], { start: files });
        await same(['import', path, '--from', form, '--output', folder, '--locale', 'de', '--take', 'theirs'], { start: files });
      }
    }
    await same(['export', 'some', '--to', form, '--locale', 'pt-BR', '--output', 'out']);
  }
  const table = '```clojure\n{:too-many {:code 7 :message "太多"}\n :gone {:code 8 :message "没有"}}\n```\n';
  await same(['import', 'table.md', '--from', 'edn', '--output', 'new'], { start: new Map([['table.md', text(table)]]) });
});

test('data', async () => {
  const { same } = workshop('data', new Map());
  await same(['data', '--locale', 'de', '--locale', 'zh-Hant', '--locale', 'ar', '--features', 'all', '--output', 'data']);
  await same(['data', '--locale', 'ja', '--currency', 'EUR', '--unit', 'kilometer-per-hour', '--output', 'data']);
  await same(['data', '--locale', 'tlh', '--output', 'data']);
});

test('wrong usage, missing files, hostile bytes', async () => {
  const hostile = new Map([
    ['bytes/codes.json', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) & 255))],
    ['zeros/codes.json', Buffer.alloc(1000)],
    ['deep/codes.json', Buffer.from('['.repeat(200000))],
    ['deep-object/codes.json', Buffer.from('{"a":'.repeat(200000))],
    ['marked/codes.json', Buffer.from('\ufeff{}')],
    ['ill/codes.json', Buffer.from('{"namespace": "\xff\xfe"}', 'latin1')],
    ['message/codes.json', text({ namespace: 'x', sourceLocale: 'en', defaultLocale: 'en', codes: [{ code: 1, name: 'a' }] })],
    ['message/en.json', text({ $locale: 'en', a: '{x, select, other {'.repeat(5000) })],
    ['empty', null],
    ['packs/en.cgpk', Buffer.from('CGPK and then nothing that makes sense')],
    ['deep.xlf', Buffer.from(`<?xml version="1.0"?>${'<a>'.repeat(100000)}`)],
    ['bomb.xlf', text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="2.0">&b;</xliff>')],
  ]);
  const { same } = workshop('hostile', hostile);
  for (const args of [[], ['--help'], ['--version'], ['nonsense'], ['message'], ['message', 'x'], ['check'], ['check', '--format', 'xml', 'empty']]) {
    await same(args);
  }
  for (const name of ['message', 'response', 'list', 'check', 'compile', 'convert', 'export', 'import', 'data', 'format', 'generate', 'stats', 'diff', 'watch']) {
    await same([name, '--help']);
    await same([name, '--nonsense']);
  }
  for (const folder of ['bytes', 'zeros', 'deep', 'deep-object', 'marked', 'ill', 'message', 'empty', 'nowhere', 'packs/en.cgpk']) {
    await same(['check', folder]);
    await same(['compile', folder]);
    await same(['stats', folder]);
  }
  for (const folder of ['packs', 'empty', 'nowhere']) {
    await same(['message', '1', '--packs', folder]);
  }
  for (const file of ['deep.xlf', 'bomb.xlf', 'bytes/codes.json', 'nowhere.xlf']) {
    await same(['import', file, '--from', 'xliff2', '--output', 'message']);
  }
  await same(['compile', 'message', '--output', 'deep.xlf'], { start: new Map([...hostile, ['message/en.json', text({ $locale: 'en', a: 'A' })]]) });
  await same(['compile', 'message', '--output', 'deep.xlf/packs'], { start: new Map([...hostile, ['message/en.json', text({ $locale: 'en', a: 'A' })]]) });
});

const suites = process.env.CODEGLOT_CONFORMANCE_CASES || join(projectFolder, '../shared/conformance');

test('format --jsonl, with each engine', async (context) => {
  const { same } = workshop('format', new Map());
  const odd = ['', 'no JSON', '{"id": 1}', '[1]', '{"id": 2, "pattern": 5}', '{"id": 3, "syntax": "mf3"}', '{"id": "\\ud800"}', '{"id": 4, "pattern": "{"}'];
  for (const engine of ['auto', 'aot', 'icu']) {
    await same(['format', '--jsonl', '--engine', engine], { input: odd.join('\n') });
    await same(['format', '--jsonl', '--engine', engine], { input: '' });
  }
  const suitesThere = existsSync(suites) ? readdirSync(suites).filter((name) => name.endsWith('.jsonl')) : [];
  if (suitesThere.length === 0) {
    const sentence = 'Not run: the suites are absent; nothing is known about their cases from this run';
    console.log(`cli: ${sentence}`);
    context.diagnostic(sentence);
  }
  for (const name of suitesThere) {
    const input = readFileSync(join(suites, name));
    const lines = input.toString().trim().split('\n').length;
    for (const engine of ['auto', 'aot', 'icu']) {
      await same(['format', '--jsonl', '--engine', engine], { input, how: engine === 'auto' ? byProcess : byCall });
      console.log(`cli: ${name}, engine ${engine}: ${lines} lines answered as natively`);
    }
  }
});
