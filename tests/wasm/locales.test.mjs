// The built-in catalog: what is there at once, and how the other locales come. Each test takes a fresh copy of the
// package's modules, because the catalog is the module's.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { distFolder, load, packBytes, projectFolder } from './package.mjs';

const { locales } = await load('codeglot');
const { createCatalog } = await load('codeglot/engine');
const copies = [];

async function fresh() {
  const folder = mkdtempSync(join(projectFolder, 'build/package/copy-'));
  copies.push(folder);
  cpSync(distFolder, folder, { recursive: true });
  cpSync(join(distFolder, '../package.json'), join(folder, 'package.json'));
  return { folder, ...(await import(pathToFileURL(join(folder, 'index.js')))) };
}
after(() => copies.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test('English and Simplified Chinese are there at once, without a promise', async () => {
  const { message, resolve } = await fresh();
  assert.equal(message(102, 'zh-Hans'), '用户帐号不存在(登录)');
  assert.equal(resolve(102, 'en-GB').locale, 'en');
  assert.equal(resolve(102, 'fr').locale, 'en');
});

test('every locale that the package carries can be loaded', async () => {
  const { loadLocale, resolve, locales: tags } = await fresh();
  assert.deepEqual(tags, locales);
  assert.ok(tags.length >= 12 && tags.includes('zh-Hant'));
  for (const tag of tags) {
    assert.equal(await loadLocale(tag), tag);
    assert.equal(resolve(102, tag).packLocale, tag);
  }
});

test('loads what the runtime would choose if all were loaded', async () => {
  const all = createCatalog({ packs: locales.map(packBytes) });
  const asked = [
    'zh', 'zh-CN', 'zh-TW', 'zh-HK', 'zh-Hant-MO', 'zh_hant_hk', 'zh-Hans-TW', 'zh-yue', 'yue', 'en-AU', 'pt', 'pt-PT', 'PT_br', 'fr-CA',
    'fr_FR.UTF-8', 'fr@euro', 'fr-Latn-BE', 'fr-x-private', 'en-150', 'zh-min-nan', 'es-419', 'ca', 'uk', 'be', 'ru-Latn', 'az', 'uz-AF', 'hi-IN-u-nu-latn', 'mr',
    'iw', 'sr-Latn', 'EN_us', 'und', '', '-', 'x', 'frx', 'fra', '????', 'ja-JP-JP', 'ko-Kore', 'ckb', 'zz'.repeat(150), 'no',
  ];
  for (const tag of asked) {
    const { loadLocale } = await fresh();
    assert.equal(await loadLocale(tag), all.resolve(0, tag).packLocale, tag);
  }
  for (const tag of [undefined, null, 5, {}, Symbol('fr')]) {
    const { loadLocale } = await fresh();
    assert.equal(await loadLocale(tag), 'en');
  }
});

test('callers at the same time share one import, and a second call needs none', async () => {
  const { folder, loadLocale } = await fresh();
  assert.deepEqual(await Promise.all(['fr', 'fr-BE', 'FR', 'fr'].map(loadLocale)), ['fr', 'fr', 'fr', 'fr']);
  rmSync(join(folder, 'locales/fr.js'));
  assert.equal(await loadLocale('fr-CH'), 'fr');
});

test('a failed import rejects, and the next call tries again', async () => {
  const { folder, loadLocale, resolve } = await fresh();
  const [file, away] = [join(folder, 'locales/fr.js'), join(folder, 'away.js')];
  renameSync(file, away);
  await assert.rejects(loadLocale('fr'));
  await assert.rejects(Promise.all([loadLocale('fr'), loadLocale('fr-BE')]));
  assert.equal(resolve(102, 'fr').locale, 'en');
  renameSync(away, file);
  assert.equal(await loadLocale('fr'), 'fr');
  assert.equal(resolve(102, 'fr').locale, 'fr');
});

test('a pack may be added by hand, and is not replaced by the carried one', async () => {
  const { folder, addLocale, loadLocale, resolve } = await fresh();
  const { default: fr } = await load('codeglot/locales/fr');
  addLocale(fr);
  assert.equal(resolve(102, 'fr-BE').packLocale, 'fr');
  rmSync(join(folder, 'locales/fr.js'));
  assert.equal(await loadLocale('fr'), 'fr');
  assert.throws(() => addLocale(new Uint8Array(3)), { name: 'PackError' });
});
