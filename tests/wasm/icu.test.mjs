// The ICU engine of the package: the native engine's bytes, data that comes at any time, functions, refusals, sizes. The
// data is cut by the native command (build/release), which is also what the texts are compared with.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { fileOf, load, nativeCommand, projectFolder, read } from './package.mjs';

const { loadIcu, PackError } = await load('codeglot/icu');
const { locales } = await load('codeglot');
const bin = join(fileOf('codeglot/package.json'), '../bin/codeglot.mjs');

function cut(features, tags) {
  const folder = join(projectFolder, 'build/package/data', features);
  execFileSync(nativeCommand, ['data', '--features', features, '--output', folder, ...tags.flatMap((tag) => ['--locale', tag])]);
  return folder;
}

const most = [...locales, 'en-GB', 'fr-CA', 'zh-TW', 'th', 'fa', 'he'];
const folder = cut('dates', most);
const file = (name) => readFileSync(join(folder, `${name}.cgdata`));
const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
const now = 1637685775123;
const kinds = ({ errors }) => errors.map(({ kind }) => kind);
const refused = (status) => (error) => error instanceof PackError && error.status === status;

const patterns = [
  { syntax: 'mf1', pattern: '{n, number} {n, number, percent} {n, number, ::scientific}', args: { n: 1234.5 } },
  { syntax: 'mf1', pattern: '{d, date, full} {d, time, long} {d, date, ::yMMMMEEEEd} {d, time, ::jmsz}', args: { d: { date: now } } },
  { syntax: 'mf1', pattern: '{n, plural, one {#a} few {#b} many {#c} other {#d}} {n, selectordinal, other {#}}', args: { n: 21 } },
  { syntax: 'mf1', pattern: '{n, plural, ', args: {} },
  { syntax: 'mf2', pattern: '{$n :number minimumFractionDigits=2} {$d :date} {$d :time}', args: { n: -7, d: { date: now } } },
  { syntax: 'mf2', pattern: '.input {$n :integer} .match $n 1 {{one}} few {{few}} * {{{#b a=1}{$n}{/b}{$x}}}', args: { n: 3 } },
];
const cases = most.flatMap((locale) =>
  patterns.flatMap((pattern) => ['', 'UTC', '+05:30'].map((tz) => ({ locale, tz, ...pattern }))),
);
const jsonLines = (program, args, lines) =>
  execFileSync(program, args, { input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), encoding: 'utf8' })
    .trim().split('\n').map((line) => JSON.parse(line));

test('all locales at once print what the native engine prints, part by part', async () => {
  const native = jsonLines(nativeCommand, ['format', '--jsonl', '--engine', 'icu'], cases);
  const icu = await loadIcu({ data: files() });
  cases.forEach(({ locale, tz, syntax, pattern, args }, index) => {
    assert.equal(icu.format(pattern, locale, args, { syntax, timeZone: tz }), native[index].out, `${locale} ${pattern}`);
  });
  assert.ok(files().length > 12);
  icu.dispose();
});

test('the command of the package answers as the native command does', () => {
  const args = ['format', '--jsonl', '--engine', 'icu'];
  assert.deepEqual(jsonLines(process.execPath, [bin, ...args, '--data', folder], cases), jsonLines(nativeCommand, args, cases));
});

test('the command of the package, where @codeglot/cli is not installed, says what it cannot do', () => {
  const alone = join(projectFolder, 'build/package/alone');
  cpSync(dirname(fileOf('codeglot/package.json')), join(alone, 'node_modules/codeglot'), { recursive: true });
  const bin = join(alone, 'node_modules/codeglot/bin/codeglot.mjs');
  const refused = (args) => {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: alone, input: '', encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^codeglot: /);
    return stderr;
  };
  for (const args of [['--data', '/no/such/folder'], ['--what']]) {
    refused(['format', '--jsonl', ...args]);
  }
  for (const args of [['format', '--jsonl', '--engine', 'aot'], ['check', 'locales'], ['compile', '--output', 'packs', 'locales']]) {
    assert.match(refused(args), /^codeglot: [^\n]*npm install --save-dev @codeglot\/cli\n$/);
  }
});

test('every feature that can be cut prints what the native engine prints', async () => {
  const all = cut('all', ['de', 'ar', 'ja']);
  const lines = ['de', 'ar', 'ja'].flatMap((locale) =>
    [
      ['{n, number, ::compact-long}', {}], ['{n, number, ::currency/EUR unit-width-full-name}', {}],
      ['{n, number, ::measure-unit/length-kilometer}', {}], ['{n, number, ::unit/liter-per-kilometer usage/vehicle-fuel}', {}],
      ['{n, spellout} {n, ordinal}', {}], ['{d, time, full} {d, date, ::yMMMMdVVVV}', { tz: 'Europe/Paris' }],
      ['{d, date, long}', { locale: `${locale}-u-ca-chinese` }], ['{d, date, long}', { locale: `${locale}-u-ca-islamic` }],
    ].map(([pattern, more]) => ({ locale, syntax: 'mf1', pattern, args: { n: 1234, d: { date: now } }, ...more })),
  );
  const args = ['format', '--jsonl', '--engine', 'icu'];
  const native = jsonLines(nativeCommand, args, lines);
  assert.deepEqual(native.map(({ err }) => err).filter(Boolean), []);
  assert.deepEqual(jsonLines(process.execPath, [bin, ...args, '--data', all], lines), native);
});

test('the data of single currencies and units is enough for these', () => {
  const folder = join(projectFolder, 'build/package/data/some');
  const units = ['kilometer-per-hour', 'metric-ton', 'foot-and-inch', 'nanojoule'];
  const chosen = ['--currency', 'EUR', ...units.flatMap((unit) => ['--unit', unit])];
  execFileSync(nativeCommand, ['data', '--locale', 'de', '--locale', 'ar', '--output', folder, ...chosen]);
  const skeletons = ['currency/EUR unit-width-full-name', 'currency/EUR', ...units.flatMap((unit) => [`unit/${unit}`, `unit/${unit} unit-width-full-name`])];
  const lines = ['de', 'ar'].flatMap((locale) =>
    skeletons.map((skeleton) => ({ locale, syntax: 'mf1', pattern: `{n, number, ::${skeleton}}`, args: { n: 1234.5 } })),
  );
  const args = ['format', '--jsonl', '--engine', 'icu'];
  assert.deepEqual(jsonLines(process.execPath, [bin, ...args, '--data', folder], lines), jsonLines(nativeCommand, args, lines));
});

test('a locale may come after another has been formatted, and after itself', async () => {
  const icu = await loadIcu({ data: [file('root'), file('de')] });
  const french = () => icu.formatToParts('{n, number}', 'fr', { n: 1234.5 });
  assert.equal(icu.format('{n, number}', 'de', { n: 1234.5 }), '1.234,5');
  assert.deepEqual([french().text, kinds(french())], ['1,234.5', ['missing-data']]);
  icu.addData(file('fr'));
  assert.deepEqual([french().text, kinds(french())], ['1\u202f234,5', []]);
  assert.equal(icu.format('{n, number}', 'de', { n: 1234.5 }), '1.234,5');
  assert.deepEqual(kinds(icu.formatToParts('{n, number}', 'fr-CA', { n: 1 })), ['missing-data'], 'fr-CA differs from fr');
  assert.deepEqual(kinds(icu.formatToParts('{n, number}', 'de-DE', { n: 1 })), ['missing-data']);
  assert.deepEqual(kinds(icu.formatToParts('text, {s}', 'it', { s: 'x' })), [], 'no data is needed');
});

test('without any data there is text and a reason', async () => {
  const icu = await loadIcu();
  assert.equal(icu.format('plain', 'de'), 'plain');
  const { text, errors } = icu.formatToParts('{n, number}', 'de', { n: 5 });
  assert.equal(typeof text, 'string');
  assert.ok(errors.length > 0);
});

test('functions of the program format and select, and nothing that they throw comes through', async () => {
  const icu = await loadIcu({ data: [file('root'), file('de')] });
  const mf2 = { syntax: 'mf2', bidi: 'none' };
  const seen = [];
  icu.addFunction('shop:price', (call) => {
    seen.push(call);
    return { text: icu.format('{n, number}', call.locale, { n: call.operand }), selection: String(call.operand), weakerSelections: ['many'] };
  });
  icu.addFunction('shop:thrower', () => {
    throw { toString: () => { throw new Error('twice'); } };
  });
  icu.addFunction('shop:bad', () => ({ error: 'no such price', badOption: true }));
  icu.addFunction('shop:adds', () => icu.addData(file('fr')));
  assert.equal(icu.format('{$p :shop:price a=|ü| b=$b}', 'de', { p: 1234.5, b: 'x' }, mf2), '1.234,5');
  const { options, operand, name, locale, variableOptions } = seen[0];
  assert.deepEqual([options, operand, name, locale, variableOptions], [{ a: 'ü', b: 'x' }, 1234.5, 'shop:price', 'de', ['b']]);
  const match = '.input {$p :shop:price} .match $p 3 {{three}} many {{many}} * {{other}}';
  assert.deepEqual([3, 4].map((p) => icu.format(match, 'de', { p }, mf2)), ['three', 'many']);
  for (const [called, kind] of [['shop:thrower', 'bad-operand'], ['shop:bad', 'bad-option'], ['shop:none', 'unknown-function'], ['shop:adds', 'bad-operand']]) {
    const result = icu.formatToParts(`{$p :${called}}`, 'de', { p: 1 }, mf2);
    assert.deepEqual([result.text, kinds(result)], ['{$p}', [kind]], called);
  }
});

test('parts have the members that mean something, and no others', async () => {
  const icu = await loadIcu({ data: [file('root'), file('en')] });
  const { parts, text } = icu.formatToParts('a{#b x=1/}{$n :number}{$m}', 'en', { n: 1.5 }, { syntax: 'mf2' });
  assert.equal(text, 'a1.5\u2068{$m}\u2069');
  assert.deepEqual(parts.map(({ type }) => type), ['text', 'markup', 'number', 'bidiIsolation', 'fallback', 'bidiIsolation']);
  assert.deepEqual(parts[1], { type: 'markup', name: 'b', kind: 'standalone', options: { x: '1' } });
  assert.deepEqual(parts[2].parts.map(({ type, value }) => type + value), ['integer1', 'decimal.', 'fraction5']);
});

test('takes values of every kind, and never throws for them', async () => {
  const icu = await loadIcu({ data: [file('root'), file('en')] });
  const number = (n) => icu.format('{n, number}', 'en', { n });
  assert.deepEqual([0.5, 12345678901234567890n, { decimal: '1234567890123456789.5' }, -0].map(number), [
    '0.5', '12,345,678,901,234,567,890', '1,234,567,890,123,456,789.5', '-0',
  ]);
  const date = (d) => icu.format('{d, date, short}', 'en', { d });
  assert.deepEqual([new Date(now), { date: now }, { date: new Date(now), zone: '+14:00' }].map(date), ['11/23/21', '11/23/21', '11/24/21']);
  const hostile = [
    Symbol('x'), { get decimal() { throw new Error('no'); } }, new Date(NaN), { date: 'x' }, () => 1, [], { decimal: 7 }, true, NaN, 'x',
  ];
  for (const n of hostile) {
    assert.equal(typeof icu.format('{n, number} {n, date} {n}', 'en', { n }), 'string');
    assert.equal(typeof icu.format('{$n :number} {$n :date} {$n}', 'en', { n }, { syntax: 'mf2' }), 'string');
  }
  const nothing = new Proxy({}, { ownKeys: () => { throw new Error('no'); } });
  for (const value of [...hostile, nothing, null, undefined, Object.create(null)]) {
    assert.equal(typeof icu.format(value, value, nothing, value), 'string');
  }
  assert.equal(icu.format('{s}\ud800', 'en', { s: '\udfff' }), '\ufffd\ufffd');
  const long = 'ü'.repeat(3e6);
  assert.equal(icu.format('{s}', 'en', { s: long }), long);
  assert.equal(typeof icu.format('{'.repeat(1e5), 'en'), 'string');
});

test('refuses what is no data, and stays as it was', async () => {
  const icu = await loadIcu({ data: [file('root')] });
  const good = file('de');
  const changed = (at, value) => {
    const bytes = Buffer.from(good);
    bytes[at] = value;
    return bytes;
  };
  assert.throws(() => icu.addData(new Uint8Array(3)), refused('pack-truncated'));
  assert.throws(() => icu.addData(good.subarray(0, -1)), refused('pack-truncated'));
  assert.throws(() => icu.addData(changed(0, 1)), refused('pack-not-a-pack'));
  assert.throws(() => icu.addData(changed(4, 9)), refused('pack-version'));
  assert.throws(() => icu.addData(changed(good.length - 1, good.at(-1) ^ 1)), refused('pack-checksum'));
  await assert.rejects(loadIcu({ data: [new Uint8Array(100)] }), refused('pack-not-a-pack'));
  await assert.rejects(loadIcu({ data: [pathToFileURL('/no/such/file')] }));
  icu.addData(good.buffer.slice(good.byteOffset, good.byteOffset + good.length));
  assert.equal(icu.format('{n, number}', 'de', { n: 1234.5 }), '1.234,5');
});

test('fetches what is on the web, and says where nothing is', async () => {
  const served = { '/engine': fileOf('codeglot/codeglot-icu.wasm'), '/root': join(folder, 'root.cgdata'), '/de': join(folder, 'de.cgdata') };
  const server = createServer((request, response) =>
    served[request.url] ? response.end(readFileSync(served[request.url])) : response.writeHead(404).end(),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const at = (path) => new URL(path, `http://127.0.0.1:${server.address().port}`);
    const icu = await loadIcu({ module: at('/engine'), data: [at('/root'), at('/de')] });
    assert.equal(icu.format('{n, number}', 'de', { n: 1234.5 }), '1.234,5');
    await assert.rejects(loadIcu({ data: [at('/none')] }), /none answers 404/);
  } finally {
    server.close();
  }
});

test('is gone after dispose()', async () => {
  const icu = await loadIcu({ module: await WebAssembly.compile(readFileSync(fileOf('codeglot/codeglot-icu.wasm'))) });
  icu.dispose();
  icu.dispose();
  assert.throws(() => icu.format('x', 'en'), /disposed/);
  assert.throws(() => icu.addData(file('root')), /disposed/);
});

test('the module has the listed exports, and imports one function', () => {
  const module = new WebAssembly.Module(readFileSync(fileOf('codeglot/codeglot-icu.wasm')));
  const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(exports.sort(), [...read('wasm/icu/exports.txt').trim().split('\n'), 'memory'].sort());
  const imports = WebAssembly.Module.imports(module).map((one) => `${one.module}.${one.name}`);
  assert.deepEqual(imports, ['codeglot.call_function']);
});

test('the engine and each locale’s numbers and dates are within budget', (context) => {
  const { icuEngineBrotliBytes, icuDataBrotliBytes } = JSON.parse(read('bench/budget.json')).enforced;
  const engine = brotliCompressSync(readFileSync(fileOf('codeglot/codeglot-icu.wasm'))).length;
  context.diagnostic(`engine ${engine} B, root ${brotliCompressSync(file('root')).length} B brotli`);
  assert.ok(engine <= icuEngineBrotliBytes, `${engine}`);
  for (const tag of locales) {
    const bytes = brotliCompressSync(file(tag)).length;
    assert.ok(bytes <= icuDataBrotliBytes, `${tag} ${bytes}`);
  }
});
