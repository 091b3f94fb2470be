// What the tarball holds and promises: entries, exports, types, the module's interface, and what no host must have.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { distFolder, fileOf, load, loadInternal, packBytes, projectFolder, read } from './package.mjs';

const wasmFolder = join(projectFolder, 'wasm');
const lines = (text) => text.trim().split('\n');
const scripts = readdirSync(distFolder, { recursive: true }).filter((name) => name.endsWith('.js'));

/** Bundles an entry without any setting but the format, as an application would. */
async function bundle(source, options) {
  const esbuild = await import(join(wasmFolder, 'node_modules/esbuild/lib/main.js'));
  const { outputFiles, warnings } = await esbuild.build({
    stdin: { contents: source, resolveDir: join(projectFolder, 'build/package/consumer') },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    ...options,
  });
  assert.deepEqual(warnings, []);
  return outputFiles;
}

test('each entry exports these names and no more', async () => {
  const names = async (entry) => Object.keys(await load(entry)).sort();
  const main = ['addLocale', 'loadLocale', 'locales', 'message', 'resolve', 'resolveResponse'];
  assert.deepEqual(await names('codeglot'), main);
  assert.deepEqual(await names('codeglot/client'), ['LoadError', 'createLoader', 'createServices', 'negotiate']);
  assert.deepEqual(await names('codeglot/codes'), ['Codes']);
  assert.deepEqual(await names('codeglot/engine'), ['PackError', 'createCatalog']);
  assert.deepEqual(await names('codeglot/icu'), ['PackError', 'loadIcu']);
  assert.deepEqual(await names('codeglot/formats'), ['PackError', 'createCatalog']);
  assert.deepEqual(await names('codeglot/js'), main);
  assert.deepEqual(await names('codeglot/js/engine'), ['PackError', 'createCatalog']);
  assert.deepEqual(await names('codeglot/js/formats'), ['PackError', 'createCatalog']);
  assert.deepEqual(await names('codeglot/locales/fr'), ['default']);
  assert.deepEqual(await names('codeglot/manifest'), ['default']);
  assert.equal(JSON.parse(readFileSync(fileOf('codeglot/package.json'))).name, 'codeglot');
});

test('each entry is a file beside package.json, too, for resolvers that do not read "exports"', async () => {
  const folder = dirname(fileOf('codeglot/package.json'));
  const { exports, main, types } = JSON.parse(readFileSync(join(folder, 'package.json')));
  assert.deepEqual([main, types], [exports['.'].default, exports['.'].types]);
  const { locales } = await load('codeglot');
  const entries = Object.keys(exports).filter((entry) => entry !== '.' && exports[entry].default);
  const expanded = entries.flatMap((entry) => (entry.includes('*') ? locales.map((tag) => entry.replace('*', tag)) : [entry]));
  assert.ok(expanded.includes('./engine') && expanded.includes('./locales/fr'));
  for (const entry of expanded) {
    const text = readFileSync(join(folder, `${entry}.js`), 'utf8');
    assert.equal(readFileSync(join(folder, `${entry}.d.ts`), 'utf8'), text);
    const [, path] = /^export .* from "(.*)";\n$/.exec(text);
    assert.equal(join(folder, entry, '..', path), fileOf(join('codeglot', entry)));
    // Frameworks are not there.
    if (!/react|vue/.test(entry)) {
      assert.deepEqual({ ...(await import(pathToFileURL(join(folder, `${entry}.js`)))) }, { ...(await load(join('codeglot', entry))) }, entry);
    }
  }
});

const runtimes = [
  ['codeglot/codeglot.wasm', 'engine', ['exports.txt']],
  ['codeglot/codeglot-formats.wasm', 'formats', ['exports.txt', 'exports-formats.txt']],
];

test('a module has the listed exports, and imports nothing', async () => {
  for (const [entry, , lists] of runtimes) {
    const module = new WebAssembly.Module(readFileSync(fileOf(entry)));
    const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
    const listed = lists.flatMap((list) => lines(read(`wasm/runtime/${list}`))).map((line) => line.split(' ')[1]);
    assert.deepEqual(exports.sort(), [...listed, 'memory', 'heap'].sort(), entry);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
  }
});

test('the inlined modules are the files, byte for byte', async () => {
  const { bytesToAscii } = await import(join(wasmFolder, 'scripts/encode.mjs'));
  for (const [file, entry] of runtimes) {
    const text = bytesToAscii(readFileSync(fileOf(file)));
    assert.ok(text.length > 10_000 && readFileSync(fileOf(`codeglot/${entry}`), 'utf8').includes(JSON.stringify(text)), entry);
  }
});

test('every byte survives its way through both text forms', async () => {
  const { bytesToAscii, packToText } = await import(join(wasmFolder, 'scripts/encode.mjs'));
  const bytes = Uint8Array.from({ length: 65536 }, (_, index) => (index & 1 ? index >> 1 : index >> 9) & 255);
  const ascii = bytesToAscii(bytes);
  assert.match(ascii, /^[#-~]*$/);
  const { Memory } = await loadInternal('memory');
  const memory = new Memory({ memory: new WebAssembly.Memory({ initial: 1 }) });
  const texts = [bytes, packBytes('ar'), packBytes('zh-Hant'), new TextEncoder().encode('\u0700\u07ff\0\n\ud83d\ude00\uffff')];
  for (const original of texts) {
    const text = packToText(original);
    assert.doesNotMatch(text, /[\0-\x1f\ud800-\udbff](?![\udc00-\udfff])/);
    memory.textEnd = 8;
    memory.writeText(text, text.length, true);
    assert.deepEqual(memory.bytes.slice(8, memory.textEnd), Uint8Array.from(original));
  }
});

test('a pack as text and as bytes is the same pack', async () => {
  const { createCatalog } = await load('codeglot/engine');
  const { locales } = await load('codeglot');
  for (const tag of locales) {
    const asText = createCatalog({ packs: [(await load(`codeglot/locales/${tag}`)).default] });
    const asBytes = createCatalog({ packs: [packBytes(tag)] });
    for (const code of asBytes.codes(tag)) {
      assert.deepEqual(asText.resolve(code, tag), asBytes.resolve(code, tag));
    }
  }
});

test('the statuses are those of codeglot.h', async () => {
  const { textStatuses, callStatuses, firstCallStatus, outputTooLong, packNotAPack } = await loadInternal('status');
  const header = read('core/include/codeglot/codeglot.h');
  const statuses = header.slice(header.indexOf('CG_OK ='), header.indexOf('};', header.indexOf('CG_OK =')));
  const declared = new Map();
  for (const [, name, number] of statuses.matchAll(/CG_([A-Z_]+) =\s+(\d+)/g)) {
    declared.set(name.toLowerCase().replaceAll('_', '-'), Number(number));
  }
  const ours = new Map([
    ...textStatuses.map((name, number) => [name, number]),
    ...callStatuses.map((name, index) => [name, firstCallStatus + index]),
  ]);
  assert.deepEqual(ours, declared);
  assert.equal(ours.get('output-too-long'), outputTooLong);
  assert.equal(ours.get('pack-not-a-pack'), packNotAPack);
});

test('the limits written in TypeScript are those of limits.h', async () => {
  const limits = read('core/include/codeglot/limits.h');
  const limit = (name) => Number(new RegExp(`define ${name} (\\d+)`).exec(limits)[1]);
  const constant = (file, name) => Number(new RegExp(`const ${name} = (\\d+)`).exec(read(`wasm/src/${file}`))[1]);
  assert.equal(constant('arguments.ts', 'unitsMost'), limit('CG_MAX_OUTPUT_BYTES') + 1);
  assert.equal(constant('catalog.ts', 'tagUnitsMost'), limit('CG_MAX_LOCALE_TAG_BYTES') + 1);
  assert.equal(constant('catalog.ts', 'problemUnitsMost'), limit('CG_MAX_PROBLEM_KEY_BYTES') + 1);
  assert.equal(constant('response.ts', 'detailsMost'), limit('CG_MAX_STATUS_DETAILS'));
});

test('no module names a Node built-in, evaluates text or asks the host for its locales', () => {
  for (const name of scripts) {
    const code = readFileSync(join(distFolder, name), 'utf8').replace(/"(?:[^"\\]|\\.){500,}"/g, '""');
    assert.doesNotMatch(code, name === 'icu.js' ? /\beval\b/ : /node:|\beval\b|\bnew Function\b|\bIntl\b|toLocale|localeCompare|\brequire\b|\bprocess\b/, name);
    // Only the ICU engine is loaded from where it is, and what codeglot/client is told to load.
    if (name !== 'icu.js' && name !== 'client.js') {
      assert.doesNotMatch(code, /\bfetch\b|\bawait\b(?! loading)|import\.meta/, name);
    }
  }
});

test('every source map has its source in it', () => {
  for (const name of scripts.filter((one) => readFileSync(join(distFolder, one), 'utf8').includes('sourceMappingURL'))) {
    const map = JSON.parse(readFileSync(join(distFolder, `${name}.map`)));
    assert.ok(map.sourcesContent.length > 0 && map.sourcesContent.every(Boolean), name);
  }
});

test('bundles without a setting, and runs where there is no TextDecoder, no TextEncoder and no Intl', async () => {
  const source = "export { createCatalog } from 'codeglot/engine'; export { default as ar } from 'codeglot/locales/ar';";
  const [{ text }] = await bundle(source, { format: 'iife', globalName: 'codeglot' });
  const context = vm.createContext({});
  vm.runInContext('delete globalThis.Intl', context);
  assert.equal(vm.runInContext('typeof TextDecoder + typeof TextEncoder + typeof Intl', context), 'undefined'.repeat(3));
  vm.runInContext(text, context);
  const { createCatalog } = await load('codeglot/engine');
  const catalog = createCatalog({ packs: [packBytes('ar')] });
  context.codes = catalog.codes('ar');
  context.argument = 'ü€😀'.repeat(3000);
  const texts = vm.runInContext(
    `const catalog = codeglot.createCatalog({ packs: [codeglot.ar] });
    codes.flatMap((code) => [catalog.message(code, 'ar'), catalog.message(code, 'ar', { param: argument })])`,
    context,
  );
  const expected = catalog
    .codes('ar')
    .flatMap((code) => [catalog.message(code, 'ar'), catalog.message(code, 'ar', { param: context.argument })]);
  assert.deepEqual([...texts], expected);
});

test('a bundle of the smallest engine has nothing of the whole one', async () => {
  const [{ text }] = await bundle("export * from 'codeglot/engine';", { format: 'esm' });
  const [{ text: whole }] = await bundle("export * from 'codeglot/formats';", { format: 'esm' });
  for (const word of ['bidiIsolation', 'formatToParts', 'getTime']) {
    assert.ok(!text.includes(word) && whole.includes(word), word);
  }
  const [{ text: client }] = await bundle("export * from 'codeglot/client';", { format: 'esm' });
  assert.ok(client.includes('unknown-service') && !text.includes('unknown-service') && !client.includes('WebAssembly'));
  const { bytesToAscii } = await import(join(wasmFolder, 'scripts/encode.mjs'));
  const runtimeText = bytesToAscii(readFileSync(fileOf('codeglot/codeglot.wasm')));
  assert.ok(text.includes(runtimeText.slice(0, 40)) && !whole.includes(runtimeText));
});

test('a bundle with code splitting carries two packs at once and each other one by itself', async () => {
  const files = await bundle("export * from 'codeglot';", { format: 'esm', splitting: true });
  const { locales } = await load('codeglot');
  assert.ok(files.length >= locales.length - 1, `${files.length} files`);
});

test('compiles with strict types and without the types of a browser or of Node', () => {
  const folder = join(projectFolder, 'build/package/consumer/types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'use.ts'),
    `import { addLocale, loadLocale, locales, message, resolve, resolveResponse } from 'codeglot';
import type { Args, Resolution } from 'codeglot';
import { createCatalog, PackError } from 'codeglot/engine';
import type { Catalog, Parameter, Status } from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import type { Part, Piece, Source } from 'codeglot/formats';
import { createLoader, createServices, LoadError, negotiate } from 'codeglot/client';
import type { AbortSignalLike, Fetch, Manifest, MessageCatalog, Progress } from 'codeglot/client';
import carried from 'codeglot/manifest';
import fr from 'codeglot/locales/fr';
import { loadIcu } from 'codeglot/icu';
import type { IcuArgs, IcuFunction, IcuResult } from 'codeglot/icu';
const whole: formats.Catalog = formats.createCatalog({ packs: [fr], icu: await loadIcu() });
const dates: formats.Args = { a: new Date(), b: { date: 0, zone: '+05:30' }, c: { date: new Date() }, d: 5, e: { decimal: '1' } };
export const parts: readonly Part[] = whole.resolve(135, 'fr', dates).parts;
export const pieces: readonly Piece[] | undefined = parts[0]?.parts;
export const source: Source | undefined = whole.source(135, 'fr');
const args: Args = { a: 'x', b: 1, c: 2n, d: { decimal: '1.5' }, e: { int64: '7' }, f: null, g: undefined };
export const text: string = message(135 as number, 'en', args) + locales.join() + resolveResponse({ status: 403 }, 'en').text;
export const resolution: Resolution = resolve(135, 'en');
export const status: Status = resolution.status;
export const loaded: Promise<string> = loadLocale('fr');
addLocale(fr);
using catalog: Catalog = createCatalog({ packs: [fr, new Uint8Array(), new ArrayBuffer(0)] });
export const parameters: readonly Parameter[] = catalog.parameters(135, 'fr');
export const error: string = new PackError(18).status;
export async function formatted(bytes: Uint8Array): Promise<IcuResult> {
  using icu = await loadIcu({ data: [bytes, bytes.slice().buffer] });
  const values: IcuArgs = { ...args, date: new Date(0), zoned: { date: 0, zone: 'UTC' } };
  const shown: IcuFunction = ({ operand, options }) => ({ text: String(operand) + options.x, selection: 'x' });
  icu.addFunction('shop:price', shown);
  icu.addData(bytes);
  icu.format('x', 'en', values, { syntax: 'mf2' }).length;
  return icu.formatToParts('x', 'en', values);
}
const loader = createLoader({ catalog, manifest: carried, retries: 2, cache: 'x' });
export const served: Promise<string> = loader.load(['fr', 'en'], { onProgress: ({ tag, loadedBytes, totalBytes }: Progress) => tag + loadedBytes + (totalBytes ?? 0) });
export const adapted: MessageCatalog[] = [loader.catalog, catalog, whole, { message, resolve, loadLocale }];
export const best: string = negotiate('fr, en;q=0.5', carried) + negotiate(['fr'], catalog) + negotiate(null, { message, resolve });
export const why: number = new LoadError('x', 404, 'y').status;
declare const given: { readonly manifest: Manifest; readonly fetch: Fetch; readonly signal: AbortSignalLike };
createLoader({ catalog: whole, ...given, namespace: 'x', baseUrl: '/packs' }).catalog.loadLocale('fr', given);
export const services: string = createServices({ accounts: catalog, orders: loader.catalog }).message('orders', 135, 'fr', args);
// @ts-expect-error: a catalog to which nothing can be added cannot be loaded into
createLoader({ catalog: { message, resolve }, manifest: carried });
// @ts-expect-error: no boolean is an argument
message(135, 'en', { max: true });
// @ts-expect-error: a code is a number
message('135', 'en');
`,
  );
  // The one global name that the types need, which every host's own types have.
  writeFileSync(join(folder, 'wasm.d.ts'), 'declare namespace WebAssembly { class Module { private m; } }\n');
  const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022'], types: [], exactOptionalPropertyTypes: true };
  const resolvers = [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }, { module: 'esnext', moduleResolution: 'node10' }];
  for (const resolver of resolvers) {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, ...resolver }, files: ['wasm.d.ts', 'use.ts'] }));
    try {
      execFileSync(join(wasmFolder, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    } catch (error) {
      assert.fail(`${JSON.stringify(resolver)}: ${error.stdout}`);
    }
  }
});

test('the lock file names no registry', () => {
  assert.doesNotMatch(read('wasm/package-lock.json'), /"resolved"|https?:\/\/[^"]*\/-\//);
});
