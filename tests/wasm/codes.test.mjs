// Generated constants: codeglot/codes, the types that check a call's arguments, and packs of pseudo-locales.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { load, nativeCommand, projectFolder, read } from './package.mjs';

const { Codes } = await load('codeglot/codes');
const { createCatalog } = await load('codeglot/engine');

test('the constants are the codes of the catalog, each under its name', async () => {
  const declared = JSON.parse(read('locales/codes.json')).codes;
  const pascal = (name) => name.replace(/(?:^|[-_])(.)/g, (_, letter) => letter.toUpperCase());
  assert.deepEqual(Codes, Object.fromEntries(declared.map(({ name, code }) => [pascal(name), code])));
  const { message } = await load('codeglot');
  assert.equal(message(Codes.TooManyRoles, 'en', { max: 3 }), 'You can add at most 3 family members.');
});

/** Compiles one file beside the generated constants of another catalog; what the compiler says. */
function compile(source) {
  const folder = join(projectFolder, 'build/package/consumer/codes');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'use.ts'), source);
  const catalog = join(projectFolder, 'tests/generate/catalog');
  execFileSync(nativeCommand, ['generate', '--to', 'typescript', '-o', join(folder, 'own.ts'), catalog], { stdio: 'pipe' });
  writeFileSync(join(folder, 'wasm.d.ts'), 'declare namespace WebAssembly { class Module { private m; } }\n');
  const compilerOptions = {
    strict: true, noEmit: true, target: 'es2022', module: 'nodenext', lib: ['es2022', 'esnext.disposable'], types: [], exactOptionalPropertyTypes: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['wasm.d.ts', 'use.ts', 'own.ts'] }));
  return spawnSync(join(projectFolder, 'wasm/node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout;
}

const use = read('tests/wasm/types/use.ts');

test('arguments of a code are checked when a program is compiled', () => {
  assert.equal(compile(use), '');
});

test('each line that must not compile is refused for itself', () => {
  const expected = use.split('\n').flatMap((line, index) => (line.includes('// @ts-expect-error') ? [index + 2] : []));
  const found = [...compile(use.replaceAll('@ts-expect-error', '')).matchAll(/use\.ts\((\d+),/g)].map(([, line]) => Number(line));
  assert.ok(expected.length > 15);
  assert.deepEqual(found, expected);
});

const folder = mkdtempSync(join(projectFolder, 'build/package/pseudo-'));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync(nativeCommand, ['compile', '--pseudo', join(projectFolder, 'locales'), '-o', folder], { stdio: 'pipe' });
const pack = (tag) => readFileSync(join(folder, `${tag}.cgpk`));

test('a pseudo-locale is a pack as any other', async () => {
  const copy = mkdtempSync(join(projectFolder, 'build/package/copy-'));
  try {
    cpSync(join(projectFolder, 'build/package/consumer/node_modules/codeglot'), copy, { recursive: true });
    const { addLocale, message, resolve } = await import(join(copy, 'dist/index.js'));
    addLocale(pack('en-XA'));
    addLocale(pack('ar-XB'));
    assert.equal(message(135, 'en-XA', { max: 3 }), '[Ýöû çåñ åđđ åţ ɱöšţ 3 ƒåɱîļý ɱéɱƀéŕš. öñé ţŵö ţĥ]');
    const { text, direction, locale } = resolve(3, 'ar-XB');
    assert.equal(text, '\u202eAccess\u202c \u202edenied.\u202c');
    assert.deepEqual([direction, locale], ['rtl', 'ar-XB']);
    assert.equal(message(3, 'en-AU'), 'Access denied.');
    assert.equal(resolve(3, 'ar').packLocale, 'en');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('readers are given a pseudo-locale only by its own tag', () => {
  const catalog = createCatalog({ packs: ['ar-XB', 'en-XA', 'ar', 'en'].map(pack) });
  const asked = { en: 'en', 'en-GB': 'en', 'en-XA': 'en-XA', en_XA: 'en-XA', ar: 'ar', 'ar-EG': 'ar', 'ar-xb': 'ar-XB', de: 'en' };
  for (const [tag, served] of Object.entries(asked)) {
    assert.equal(catalog.resolve(3, tag).packLocale, served, tag);
  }
});
