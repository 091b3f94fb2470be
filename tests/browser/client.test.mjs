// codeglot/client in real headless Chromium: locales that were loaded once are there without a network, after a reload, and
// packs of an earlier release are let go.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { distFolder, packBytes, packManifest, projectFolder } from '../wasm/package.mjs';
import { executablePath, open, options } from './chromium.mjs';
import { serve } from './serve.mjs';

const folder = join(projectFolder, 'build/browser-client-test');
const hashed = ({ packs, ...manifest }) => ({ ...manifest, packs: packs.map((pack) => ({ ...pack, file: `${pack.tag}.${pack.hash}.cgpk` })) });
const manifest = hashed(packManifest());
const fileOf = (tag) => manifest.packs.find((pack) => pack.tag === tag).file;
let server;
let browser;
let page;
let complaints;

before(async () => {
  if (!executablePath) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'packs'), { recursive: true });
  cpSync(distFolder, join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'packs/manifest.json'), JSON.stringify(manifest));
  for (const tag of ['en', 'fr', 'ar']) {
    writeFileSync(join(folder, 'packs', fileOf(tag)), packBytes(tag));
  }
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Codeglot</title><link rel="icon" href="data:,">');
  server = await serve(folder);
  ({ browser, page, complaints } = await open(`${server.url}/index.html`));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Loads a locale in the page; what became of it, and what is kept. */
const loadInPage = (tag, options = {}) =>
  page.evaluate(
    async ([tag, options]) => {
      const [{ createLoader }, { createCatalog }] = await Promise.all([import('/dist/client.js'), import('/dist/engine.js')]);
      const catalog = createCatalog();
      const progress = [];
      const loader = createLoader({ catalog, manifest: '/packs/manifest.json', cache: 'packs-test', retryDelay: 10, retries: 1, ...options });
      const served = await loader.load(tag, { onProgress: (event) => progress.push(event) }).catch((error) => `${error.name} ${error.status}`);
      await new Promise((done) => setTimeout(done, 200)); // Keeping a file is not waited for.
      const kept = options.cache === null ? [] : (await (await caches.open('packs-test')).keys()).map(({ url }) => new URL(url).pathname).sort();
      return { served, text: catalog.message(3, tag), progress, kept };
    },
    [tag, options],
  );

test('a locale is fetched with its progress, and kept', options, async () => {
  const { served, text, progress, kept } = await loadInPage('fr-BE');
  assert.equal(served, 'fr');
  assert.notEqual(text, '[3]');
  const bytes = packBytes('fr').length;
  assert.deepEqual(progress[0], { tag: 'fr', loadedBytes: 0, totalBytes: bytes });
  assert.deepEqual(progress.at(-1), { tag: 'fr', loadedBytes: bytes, totalBytes: bytes });
  assert.deepEqual(kept, [`/packs/${fileOf('fr')}`, '/packs/manifest.json'].sort());
});

test('what was kept is there offline, after a reload; what was not is a clear error', options, async () => {
  await loadInPage('fr');
  // The page and its modules stay reachable; the packs do not.
  await page.route('**/packs/**', (route) => route.abort('internetdisconnected'));
  try {
    await page.reload();
    const again = await loadInPage('fr');
    assert.deepEqual([again.served, again.progress], ['fr', []]);
    assert.notEqual(again.text, '[3]');
    assert.equal((await loadInPage('ar')).served, 'LoadError 0');
  } finally {
    await page.unroute('**/packs/**');
  }
  assert.equal((await loadInPage('ar')).served, 'ar');
});

test('damage in what was kept is mended from the network, and an earlier release is let go', options, async () => {
  const current = `/packs/${fileOf('fr')}`;
  await page.evaluate(async (current) => {
    const cache = await caches.open('packs-test');
    const bytes = new Uint8Array(await (await cache.match(current)).arrayBuffer());
    bytes[bytes.length - 1] ^= 1; // The length and the checksum's place are as they were.
    await cache.put(current, new Response(bytes));
    await cache.put('/packs/fr.00000000.cgpk', new Response(bytes));
    await cache.put('/packs/fr-CA.00000000.cgpk', new Response(bytes));
  }, current);
  const { served, progress, kept } = await loadInPage('fr');
  assert.equal(served, 'fr');
  assert.ok(progress.length, 'it was fetched');
  assert.ok(kept.includes(current) && kept.includes('/packs/fr-CA.00000000.cgpk') && !kept.includes('/packs/fr.00000000.cgpk'), kept.join());
  assert.deepEqual((await loadInPage('fr')).progress, [], 'and is whole again');
});

test('where Cache Storage fails, it is as if there were none', options, async () => {
  await page.evaluate(() => {
    caches.open = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  });
  const broken = await page.evaluate(async () => {
    const [{ createLoader }, { createCatalog }] = await Promise.all([import('/dist/client.js'), import('/dist/engine.js')]);
    return createLoader({ catalog: createCatalog(), manifest: '/packs/manifest.json', cache: 'packs-test' }).load('fr');
  });
  assert.equal(broken, 'fr');
  await page.reload();
});

test("the browser's own languages find their locale", options, async () => {
  const [languages, locale] = await page.evaluate(async () => {
    const [{ negotiate }, { default: manifest }] = await Promise.all([import('/dist/client.js'), import('/dist/carriedManifest.js')]);
    return [navigator.languages, negotiate(navigator.languages, manifest)];
  });
  assert.ok(languages.length > 0);
  assert.equal(locale, 'en');
  // Chromium itself reports each failed request of the tests above; nothing else was said.
  assert.deepEqual(complaints.filter((text) => !/net::ERR_INTERNET_DISCONNECTED/.test(text)), []);
});
