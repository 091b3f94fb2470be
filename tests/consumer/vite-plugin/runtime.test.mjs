// What virtual:codeglot does when it runs: which pack serves whom, one fetch for all who ask, a signal, a retry, another table.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCatalog } from 'codeglot/engine';
import { loadSource, projectFolder } from './project.mjs';

const { compile } = await loadSource('compile');
const { bytesAt, serveCatalog, servingPack } = await loadSource('runtime');

/** Languages in two scripts, with regions that are others' parents, and the code of one message. */
const tags = ['de', 'en', 'en-GB', 'es', 'es-419', 'fr', 'fr-CA', 'pt-BR', 'pt-PT', 'sr', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK'];
const code = 102;
let folder;
let build;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codeglot-'));
  for (const name of ['codes', ...tags]) {
    cpSync(join(projectFolder, `locales/${name}.json`), join(folder, `${name}.json`));
  }
  build = await compile({ root: folder, folder });
});

after(() => rmSync(folder, { recursive: true }));

const bytesOf = (tag) => build.packs.find((pack) => pack.tag === tag).bytes;
/** A table of these locales, English built in; `load` makes the loader of each other. */
function tableOf(load, wanted = tags) {
  const packs = build.packs.filter(({ tag }) => wanted.includes(tag));
  return {
    unserved: build.unserved,
    packs: packs.map(({ tag, serves, bytes }) => ({ tag, serves, version: '1', ...(tag === 'en' ? { pack: bytes } : { load: load(tag) }) })),
  };
}

const immediate = (tag) => async () => bytesOf(tag);

/** A loader that waits until it is told to go on. */
function gated() {
  const calls = [];
  const load = (tag) => (signal) =>
    new Promise((resolve, reject) => {
      calls.push({ tag, signal, give: (bytes = bytesOf(tag)) => resolve(bytes), fail: reject });
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  return { calls, load };
}

test('the locale that is loaded for a reader is the one that a catalog with all of them chooses', async (context) => {
  const all = createCatalog({ packs: build.packs.map(({ bytes }) => bytes) });
  const regions = ['', 'TW', 'HK', 'MO', 'BR', 'PT', 'AO', 'MX', 'ES', 'GB', 'US', 'IN', 'CA', 'BE', 'CH', 'RS', 'ME', '419', '001'];
  const languages = [...new Set(tags.map((tag) => tag.split('-')[0])), 'no', 'gl', 'ca', 'yue', 'hr', 'bs', 'xx', 'gsw'];
  const scripts = ['', 'Latn', 'Hant', 'Hans', 'Cyrl', 'Arab'];
  const table = tableOf(immediate);
  let compared = 0;
  for (const language of languages) {
    for (const script of scripts) {
      for (const region of regions) {
        const tag = [language, script, region].filter(Boolean).join(compared % 5 ? '-' : '_');
        const { packLocale } = all.resolve(0, tag);
        assert.equal(servingPack(table, tag)?.tag ?? 'en', packLocale, tag);
        if (compared % 50 === 0) {
          assert.equal(await serveCatalog(createCatalog, table).loadLocale(tag), packLocale, tag);
        }
        compared++;
      }
    }
  }
  context.diagnostic(`${compared} tags`);
});

test('nonsense for a tag gives the default locale, and loads nothing', async () => {
  const { calls, load } = gated();
  const catalog = serveCatalog(createCatalog, tableOf(load));
  for (const tag of ['', '-', 'x'.repeat(1e6), '../../fr', '"', ' fr ', undefined, null, 7, {}, 'und', 'fr\0']) {
    assert.equal(await catalog.loadLocale(tag), 'en', String(tag).slice(0, 20));
  }
  assert.equal(calls.length, 0);
});

test('a table says which tags nobody serves, and keys never cross a script', async () => {
  const table = tableOf(immediate, ['en', 'zh-Hans']);
  const packs = table.packs.map((pack) => ({ ...pack, serves: pack.tag === 'en' ? '' : 'zh zh-hans' }));
  const catalog = serveCatalog(createCatalog, { unserved: 'zh-tw zh-hant', packs });
  const loads = async (tag) => {
    const before = catalog.message(code, 'zh');
    await catalog.loadLocale(tag);
    return catalog.message(code, 'zh') !== before;
  };
  for (const tag of ['zh-TW', 'zh-Hant-SG', 'zh-Hant', 'zh-Latn']) {
    assert.equal(await loads(tag), false, tag);
  }
  assert.equal(await loads('zh_CN.UTF-8@x'), true);
});

test('callers share one fetch, and subscribers hear of it', async () => {
  const { calls, load } = gated();
  const catalog = serveCatalog(createCatalog, tableOf(load));
  let heard = 0;
  const stop = catalog.subscribe(() => heard++);
  const both = Promise.all([catalog.loadLocale('fr'), catalog.loadLocale('fr-BE')]);
  const english = catalog.message(code, 'fr');
  calls[0].give();
  assert.deepEqual(await both, ['fr', 'fr']);
  assert.equal(calls.length, 1);
  assert.equal(heard, 1);
  assert.notEqual(catalog.message(code, 'fr'), english);
  stop();
  stop();
  const german = catalog.loadLocale('de');
  calls[1].give();
  await german;
  assert.equal(heard, 1);
});

test('a fetch that failed is tried again by the next call', async () => {
  const { calls, load } = gated();
  const catalog = serveCatalog(createCatalog, tableOf(load));
  const first = catalog.loadLocale('fr');
  calls[0].fail(new Error('no network'));
  await assert.rejects(first, /no network/);
  const second = catalog.loadLocale('fr');
  calls[1].give();
  assert.equal(await second, 'fr');
  const refused = catalog.loadLocale('de');
  calls[2].give(new Uint8Array(64));
  await assert.rejects(refused, { name: 'PackError' });
  const good = catalog.loadLocale('de');
  calls[3].give();
  assert.equal(await good, 'de');
});

test('a signal lets one caller go, and stops the fetch when all have gone', async () => {
  const { calls, load } = gated();
  const catalog = serveCatalog(createCatalog, tableOf(load));
  const controllers = [new AbortController(), new AbortController()];
  const [first, second] = controllers.map(({ signal }) => catalog.loadLocale('fr', { signal }));
  controllers[0].abort(new Error('left'));
  await assert.rejects(first, /left/);
  assert.equal(calls[0].signal.aborted, false);
  calls[0].give();
  assert.equal(await second, 'fr');

  const controller = new AbortController();
  const alone = catalog.loadLocale('de', { signal: controller.signal });
  controller.abort();
  await assert.rejects(alone, { name: 'AbortError' });
  assert.equal(calls[1].signal.aborted, true);
  await assert.rejects(catalog.loadLocale('de', { signal: controller.signal }), { name: 'AbortError' });
  assert.equal(calls.length, 2, 'an aborted call fetches nothing');
  const again = catalog.loadLocale('de');
  calls[2].give();
  assert.equal(await again, 'de');
});

test('another table replaces what is loaded and has changed, and forgets what is gone', async () => {
  const catalog = serveCatalog(createCatalog, tableOf(immediate));
  await catalog.loadLocale('fr');
  await catalog.loadLocale('de');
  const german = catalog.message(code, 'de');
  const { calls, load } = gated();
  const next = tableOf(load, ['de', 'en', 'fr']);
  next.packs = next.packs.map((entry) => ({ ...entry, version: entry.tag === 'fr' ? '2' : '1' }));
  const replaced = catalog.replace(next);
  assert.deepEqual(calls.map(({ tag }) => tag), ['fr'], 'only what has changed is fetched');
  // Any pack of the locale will do to see that it is another one.
  calls[0].give(bytesOf('fr-CA'));
  await replaced;
  assert.equal(catalog.message(code, 'de'), german);
  assert.deepEqual(catalog.locales(), ['de', 'en', 'fr']);
  await catalog.replace(tableOf(immediate, ['en']));
  assert.equal(catalog.resolve(code, 'de').packLocale, 'en');
});

test('a pack that comes after its table has gone is fetched anew', async () => {
  const old = gated();
  const catalog = serveCatalog(createCatalog, tableOf(old.load));
  const loading = catalog.loadLocale('fr');
  const fresh = gated();
  await catalog.replace(tableOf(fresh.load));
  old.calls[0].give(bytesOf('de'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(fresh.calls.map(({ tag }) => tag), ['fr']);
  fresh.calls[0].give();
  assert.equal(await loading, 'fr');
  assert.equal(catalog.resolve(code, 'de').packLocale, 'en');
});

test('a file that is not there is an error, from disk and from a server', async () => {
  await assert.rejects(bytesAt(new URL('none.cgpk', import.meta.url).href), { code: 'ENOENT' });
  await assert.rejects(bytesAt('data:nothing'), /fetch failed|Invalid/);
  assert.deepEqual(await bytesAt('data:application/octet-stream;base64,AQID'), new Uint8Array([1, 2, 3]));
});
