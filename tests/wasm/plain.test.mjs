// The package's builds for hosts that compile no bytes: plain JavaScript, where there is no WebAssembly at all, and the
// build for edge hosts, which imports the modules' files. That the texts are the same is for vectors.mjs to say.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { distFolder, load, packBytes, projectFolder } from './package.mjs';

const { createCatalog } = await load('codeglot/js/engine');
const long = 'ü€😀'.repeat(30_000);

/** A bundle as an application without a setting has it, but for the conditions of its host. */
async function bundle(contents, conditions) {
  const { build } = await import(join(projectFolder, 'wasm/node_modules/esbuild/lib/main.js'));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(projectFolder, 'build/package/consumer') },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'codeglot',
    conditions,
    loader: { '.wasm': 'empty' },
  });
  return outputFiles[0].text;
}

test('runs where there is neither WebAssembly nor Intl nor a decoder of text', async () => {
  const text = await bundle("export * from 'codeglot';", ['react-native']);
  const context = vm.createContext({});
  vm.runInContext('delete globalThis.WebAssembly; delete globalThis.Intl', context);
  vm.runInContext(text, context);
  const { message } = await load('codeglot');
  for (const [code, locale] of [[135, 'en'], [102, 'zh-Hans'], [999, 'zh-CN'], [1, 'de']]) {
    assert.equal(vm.runInContext(`codeglot.message(${code}, '${locale}', { max: 12 })`, context), message(code, locale, { max: 12 }));
  }
});

test('catalogs do not share their memory', () => {
  const [one, other] = [createCatalog({ packs: [packBytes('en')] }), createCatalog({ packs: [packBytes('ar')] })];
  const expected = createCatalog({ packs: [packBytes('en')] }).message(135, 'en', { max: 1234 });
  const arabic = createCatalog({ packs: [packBytes('ar')] }).message(135, 'ar', { max: 1234 });
  for (let round = 0; round < 3; round++) {
    assert.equal(one.message(135, 'en', { max: 1234 }), expected);
    assert.equal(other.message(135, 'ar', { max: 1234 }), arabic);
    one.add(packBytes('ru'));
    other.message(135, 'ar', { max: long });
  }
});

test('memory grows for long texts, and the catalog lives on where it cannot', () => {
  const catalog = createCatalog({ packs: [packBytes('en')] });
  assert.equal(catalog.message(1, 'en', { reference: long }).includes(long), true);
  const { ArrayBuffer: Host } = globalThis;
  globalThis.ArrayBuffer = class extends Host {
    constructor() {
      throw new RangeError('no more');
    }
  };
  try {
    assert.equal(catalog.resolve(1, 'en', { reference: long.repeat(20) }).status, 'wrong-argument-type');
  } finally {
    globalThis.ArrayBuffer = Host;
  }
  assert.match(catalog.message(1, 'en', { reference: 'R7' }), /R7/);
});

test('the build for edge hosts compiles nothing, and the files that it imports are there', () => {
  const folder = join(distFolder, 'edge');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  assert.deepEqual(scripts.sort(), ['engine.js', 'formats.js', 'index.js']);
  for (const name of scripts) {
    const code = readFileSync(join(folder, name), 'utf8');
    assert.doesNotMatch(code, /new WebAssembly\.Module|WebAssembly\.compile/, name);
    for (const [, path] of code.matchAll(/from "(\.[^"]+)"/g)) {
      assert.ok(existsSync(join(dirname(join(folder, name)), path.replace('?module', ''))), path);
    }
  }
});

test('the plain build names neither WebAssembly nor anything that makes code of text', () => {
  for (const name of ['engine.js', 'formats.js', 'index.js']) {
    const code = readFileSync(join(distFolder, 'js', name), 'utf8');
    assert.doesNotMatch(code, /WebAssembly\.|\beval\b|\bFunction\(/, name);
  }
});

test('the ICU engine says where it cannot be had, and is no obstacle to a program that imports it', async () => {
  const text = await bundle("export * from 'codeglot/icu';", ['react-native']);
  const context = vm.createContext({});
  vm.runInContext('delete globalThis.WebAssembly', context);
  vm.runInContext(text, context);
  const message = await vm.runInContext('codeglot.loadIcu().catch((error) => error.message)', context);
  assert.match(message, /needs WebAssembly/);
});

test('the field "react-native" says to a Metro without "exports" what the condition says to the others', () => {
  const { exports, 'react-native': field } = JSON.parse(readFileSync(join(distFolder, '../package.json'), 'utf8'));
  const conditions = Object.values(exports).filter((target) => target['react-native']);
  assert.ok(conditions.length > 0);
  assert.deepEqual(field, Object.fromEntries(conditions.map((target) => [target.default, target['react-native']])));
});
