// Loading locales on demand over a network that fails: a real server, the host's own fetch, the packed package.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { load, packBytes, packManifest } from './package.mjs';
import { bytes, chunked, cut, cutAfter, held, servePacks, stall, status } from './pack-server.mjs';

const { createLoader, LoadError } = await load('codeglot/client');
const { createCatalog, PackError } = await load('codeglot/engine');
const formats = await load('codeglot/formats');
const manifest = packManifest();
const fr = packBytes('fr');
let server;

before(async () => (server = await servePacks()));
after(() => server.close());
afterEach(() => {
  server.asked.length = 0;
  server.behave.clear();
});

/** A loader that does not wait long, and its catalog. */
function fresh(options = {}) {
  const catalog = createCatalog();
  const loader = createLoader({ catalog, manifest, baseUrl: server.url, retryDelay: 5, timeout: 2000, ...options });
  return { catalog, loader };
}
const asked = (path) => server.asked.filter((one) => one === path).length;

test('a locale is loaded when it is asked for, once', async () => {
  const { catalog, loader } = fresh();
  assert.equal(await loader.load('fr-BE'), 'fr');
  assert.equal(catalog.message(3, 'fr'), createCatalog({ packs: [fr] }).message(3, 'fr'));
  assert.equal(await loader.load('fr_CH.UTF-8'), 'fr');
  assert.deepEqual(server.asked, ['fr.cgpk']);
  assert.equal(await loader.load('de;q=0.3, pl;q=0.5, xx'), 'pl');
  assert.equal(await loader.load(['xx', 'de-AT', 'en']), 'de');
  assert.equal(await loader.load('xx'), 'en', 'the default locale where none serves');
  assert.deepEqual(catalog.locales, ['fr', 'pl', 'de', 'en']);
});

test('any number of callers at once make one request', async () => {
  const { catalog, loader } = fresh();
  const tags = await Promise.all(Array.from({ length: 100 }, (_, index) => loader.load(['fr', 'fr-BE', 'FR'][index % 3])));
  assert.deepEqual(new Set(tags), new Set(['fr']));
  assert.deepEqual(server.asked, ['fr.cgpk']);
  assert.deepEqual(catalog.locales, ['fr']);
});

test('what may pass is tried again: statuses, cut connections, a server that falls silent', async () => {
  const failures = {
    408: status(408),
    429: status(429),
    500: status(500),
    503: status(503, { 'retry-after': '0' }),
    'cut at once': cut,
    'cut within': cutAfter(fr, 100),
    'cut within chunks': (_, response) => {
      response.write(fr.subarray(0, 50));
      setTimeout(() => response.socket.destroy(), 10);
    },
    silent: stall(fr, 10),
  };
  for (const [name, failure] of Object.entries(failures)) {
    server.asked.length = 0;
    server.behave.set('fr.cgpk', [failure, failure]);
    const { catalog, loader } = fresh({ timeout: 100 });
    assert.equal(await loader.load('fr'), 'fr', name);
    assert.equal(asked('fr.cgpk'), 3, name);
    assert.deepEqual(catalog.locales, ['fr'], name);
  }
});

test('gives up after its retries, says what to do, and the next call begins anew', async () => {
  server.behave.set('fr.cgpk', [status(503), status(503), status(503), cut, cut]);
  const { catalog, loader } = fresh({ retries: 2 });
  const url = `${server.url}fr.cgpk`;
  await assert.rejects(loader.load('fr'), { name: 'LoadError', url, status: 503, message: `codeglot: ${url} answers 503: load the locale again later` });
  assert.equal(asked('fr.cgpk'), 3);
  assert.deepEqual(catalog.locales, []);
  assert.equal(await loader.load('fr'), 'fr');
  server.behave.set('de.cgpk', [cut]);
  const error = await fresh({ retries: 0 }).loader.load('de').catch((reason) => reason);
  assert.ok(error instanceof LoadError && error.cause instanceof TypeError);
  assert.deepEqual([error.status, error.url], [0, `${server.url}de.cgpk`]);
});

test('what cannot pass is not tried again', async () => {
  const wrongVersion = fr.slice();
  wrongVersion[4] = 99; // The length and the checksum are those of the manifest.
  const cases = [
    [status(404), { name: 'LoadError', status: 404, message: /answers 404: deploy packs and manifest together$/ }],
    [status(410), { name: 'LoadError', status: 410 }],
    [status(403), { name: 'LoadError', status: 403 }],
    [bytes(wrongVersion), (error) => error instanceof PackError && error.status === 'pack-version'],
    [bytes(packBytes('de')), { name: 'LoadError', message: /is not the pack of the manifest: deploy both together$/ }],
    [bytes(fr.subarray(0, 1000)), { name: 'LoadError', message: /is not the pack/ }],
    [bytes(new Uint8Array(0)), { name: 'LoadError', message: /is not the pack/ }],
    [bytes(Buffer.concat([fr, fr])), { name: 'LoadError', message: /is not the pack/ }],
    [bytes(Buffer.from('<!doctype html><title>Not found</title>')), { name: 'LoadError', message: /is not the pack/ }],
  ];
  for (const [failure, expected] of cases) {
    server.asked.length = 0;
    server.behave.set('fr.cgpk', [failure]);
    const { catalog, loader } = fresh();
    await assert.rejects(loader.load('fr'), expected);
    assert.equal(asked('fr.cgpk'), 1);
    assert.deepEqual(catalog.locales, [], 'nothing is half added');
    assert.equal(await loader.load('fr'), 'fr', 'the next call tries again');
  }
});

test('an endless body is not read to its end', async () => {
  let ended = 0;
  server.behave.set('fr.cgpk', [
    (_, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(65536)), 1);
      response.on('close', () => (clearInterval(timer), ended++));
    },
  ]);
  await assert.rejects(fresh().loader.load('fr'), { message: /is not the pack/ });
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(ended, 1);
});

test('Retry-After is waited for, as seconds and as a date', async () => {
  for (const after of [() => '1', () => new Date(Date.now() + 2500).toUTCString()]) {
    server.behave.set('fr.cgpk', [(request, response) => status(429, { 'retry-after': after() })(request, response)]);
    const begin = Date.now();
    await fresh().loader.load('fr');
    assert.ok(Date.now() - begin > 900);
  }
  for (const after of ['soon', '-5', '']) {
    server.behave.set('fr.cgpk', [status(503, { 'retry-after': after })]);
    const begin = Date.now();
    await fresh().loader.load('fr');
    assert.ok(Date.now() - begin < 700, after);
  }
});

test('waits grow, and even a day of Retry-After is a minute at most', async (t) => {
  const waits = [];
  const original = globalThis.setTimeout;
  t.mock.method(globalThis, 'setTimeout', (run, milliseconds, ...rest) => {
    if (rest.length) {
      return original(run, milliseconds, ...rest); // Of the host's own connections.
    }
    waits.push(milliseconds);
    return original(run, 0);
  });
  const responses = [status(500), status(500), status(500), status(503, { 'retry-after': '86400' })];
  const failing = async () => {
    const response = responses.shift();
    const headers = new Map();
    let code;
    response?.(null, { writeHead: (given, all) => ((code = given), Object.entries(all).forEach(([name, value]) => headers.set(name, value)), { end() {} }) });
    return response
      ? { ok: false, status: code, headers: { get: (name) => headers.get(name) ?? null } }
      : { ok: true, status: 200, headers: { get: () => null }, arrayBuffer: () => new Promise((done) => original(done, 20, fr.slice().buffer)) };
  };
  // Timers of requests fire at once here, which this fetch does not look at.
  assert.equal(await fresh({ fetch: failing, retries: 4, retryDelay: 100, timeout: 7 }).loader.load('fr'), 'fr');
  const pauses = waits.filter((one) => one !== 7);
  assert.equal(pauses.length, 4);
  [100, 200, 400].forEach((nominal, index) => assert.ok(pauses[index] >= nominal * 0.75 && pauses[index] <= nominal * 1.25, `${pauses[index]}`));
  assert.equal(pauses[3], 60000);
});

test('progress goes up to the whole, with and without a Content-Length, with and without a body to stream', async () => {
  const lone = manifest.packs.find(({ tag }) => tag === 'fr');
  const { bytes: _bytes, ...unknown } = lone;
  const halves = [fr.subarray(0, 700), fr.subarray(700)];
  const whole = fr.length;
  for (const [pack, behave, totals] of [
    [lone, bytes(fr), [whole]],
    [lone, chunked(halves), [whole]],
    [unknown, bytes(fr), [whole]],
    [unknown, chunked(halves), [undefined]],
  ]) {
    server.behave.set('fr.cgpk', [behave]);
    const seen = [];
    await fresh({ manifest: { ...manifest, packs: [pack] } }).loader.load('fr', { onProgress: (progress) => seen.push(progress) });
    assert.ok(seen.length >= 2 && seen.every(({ tag }) => tag === 'fr'));
    assert.deepEqual([...new Set(seen.map(({ totalBytes }) => totalBytes))], totals);
    const loaded = seen.map(({ loadedBytes }) => loadedBytes);
    assert.deepEqual(loaded, [...loaded].sort((left, right) => left - right));
    assert.deepEqual([loaded[0], loaded.at(-1)], [0, whole]);
  }
  const bodiless = async (url, init) => {
    const { ok, status, headers, ...rest } = await fetch(url, init).then(async (response) => ({ ok: response.ok, status: response.status, headers: response.headers, buffer: await response.arrayBuffer() }));
    return { ok, status, headers, arrayBuffer: async () => rest.buffer };
  };
  const seen = [];
  assert.equal(await fresh({ fetch: bodiless }).loader.load('fr', { onProgress: ({ loadedBytes }) => seen.push(loadedBytes) }), 'fr');
  assert.deepEqual(seen, [0, whole]);
});

test('a callback that throws rejects its own caller and no other', async () => {
  const { loader } = fresh();
  const failure = new Error('of the application');
  const [first, second] = await Promise.allSettled([
    loader.load('fr', {
      onProgress() {
        throw failure;
      },
    }),
    loader.load('fr'),
  ]);
  assert.equal(first.reason, failure);
  assert.equal(second.value, 'fr');
});

test('one caller who leaves takes nothing from the others; the last one ends the request', async () => {
  const gone = held(fr);
  server.behave.set('fr.cgpk', [gone]);
  const { catalog, loader } = fresh();
  const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
  const calls = [one, two, three].map(({ signal }) => loader.load('fr', { signal }).catch((reason) => reason));
  await gone.gate.asked;
  one.abort('no more');
  assert.equal(await calls[0], 'no more');
  two.abort();
  assert.equal((await calls[1]).name, 'AbortError');
  await new Promise((done) => setTimeout(done, 20));
  assert.ok(!gone.gate.closed, 'the third still waits');
  three.abort();
  assert.equal((await calls[2]).name, 'AbortError');
  await new Promise((done) => setTimeout(done, 50));
  assert.ok(gone.gate.closed, 'nobody waits');
  gone.gate.open();
  assert.deepEqual(catalog.locales, []);
  assert.equal(asked('fr.cgpk'), 1, 'it is not tried again');
  assert.equal(await loader.load('fr'), 'fr', 'who comes later begins anew');
});

test('an abort before, between tries and after', async () => {
  const { catalog, loader } = fresh({ retryDelay: 60_000 });
  await assert.rejects(loader.load('fr', { signal: AbortSignal.abort('before') }), (reason) => reason === 'before');
  assert.equal(asked('fr.cgpk'), 0);
  server.behave.set('fr.cgpk', [status(503)]);
  const between = new AbortController();
  const call = loader.load('fr', { signal: between.signal });
  setTimeout(() => between.abort('between'), 50);
  await assert.rejects(call, (reason) => reason === 'between');
  const after = new AbortController();
  assert.equal(await loader.load('fr', { signal: after.signal }), 'fr');
  after.abort();
  assert.deepEqual(catalog.locales, ['fr']);
});

test('many callers who come and go leave the catalog with what the others asked for', async () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const { catalog, loader } = fresh({ retries: 8 });
  const tags = ['fr', 'de', 'ar', 'ja'];
  tags.forEach((tag) => server.behave.set(`${tag}.cgpk`, [status(503), cut, stall(packBytes(tag), 5)]));
  const kept = new Set();
  const calls = Array.from({ length: 200 }, async () => {
    const tag = tags[random(tags.length)];
    const leaves = random(3) > 0;
    const controller = new AbortController();
    await new Promise((done) => setTimeout(done, random(60)));
    if (leaves) {
      setTimeout(() => controller.abort('left'), random(30));
    } else {
      kept.add(tag);
    }
    const result = await loader.load(tag, { signal: controller.signal }).catch((reason) => reason);
    assert.ok(result === tag || (leaves && result === 'left'), String(result));
  });
  await Promise.all(calls);
  kept.forEach((tag) => assert.ok(catalog.locales.includes(tag)));
  assert.equal(new Set(catalog.locales).size, catalog.locales.length);
});

test('the manifest may be at a URL: loaded once, as patiently, and its folder is that of the packs', async () => {
  server.behave.set('manifest.json?v=1', [status(503), cut]);
  server.behave.get('manifest.json?v=1').push(bytes(Buffer.from(JSON.stringify(manifest))));
  const { catalog, loader } = fresh({ manifest: new URL('manifest.json?v=1', server.url), baseUrl: undefined });
  assert.equal(loader.catalog.namespace, undefined);
  assert.deepEqual(await Promise.all([loader.load('fr-BE'), loader.load('de'), loader.manifest()]), ['fr', 'de', manifest]);
  assert.equal(loader.catalog.namespace, manifest.namespace);
  assert.equal(asked('manifest.json?v=1'), 3);
  assert.deepEqual([...catalog.locales].sort(), ['de', 'fr']);
  for (const body of ['<!doctype html>', '[]', 'null', '{"version": 2, "packs": [{}]}', '{"version": 1, "packs": []}']) {
    server.behave.set('manifest.json', [bytes(Buffer.from(body))]);
    await assert.rejects(fresh({ manifest: `${server.url}manifest.json` }).loader.load('fr'), { message: /manifest\.json is no manifest of version 1: make it with codeglot compile --manifest$/ });
  }
  server.behave.set('manifest.json', [status(404)]);
  await assert.rejects(fresh({ manifest: `${server.url}manifest.json` }).loader.load('fr'), { name: 'LoadError', status: 404 });
});

test('a manifest that is none, or of another catalog, is a mistake that shows at once', () => {
  assert.throws(() => fresh({ manifest: { packs: [] } }), /is no manifest of version 1/);
  assert.throws(() => fresh({ namespace: 'orders' }), /the manifest has the namespace \S+, not orders/);
  assert.doesNotThrow(() => fresh({ namespace: manifest.namespace }));
});

test('packs may come by import, as bytes, as text or as modules', async () => {
  const text = (await load('codeglot/locales/de')).default;
  let tries = 0;
  const packs = {
    fr: async () => fr,
    de: async () => ({ default: text }),
    ja: async () => packBytes('ja').buffer,
    pl: async () => {
      if (tries++ < 2) {
        throw new TypeError('Failed to fetch dynamically imported module');
      }
      return load('codeglot/locales/pl');
    },
    ru: async () => {
      throw new Error('no such module');
    },
    ar: async () => null,
  };
  const { catalog, loader } = fresh({
    manifest: { ...manifest, packs: manifest.packs.filter(({ tag }) => tag in packs).map(({ file: _file, ...pack }) => ({ ...pack, load: packs[pack.tag] })) },
  });
  for (const tag of ['fr', 'de', 'ja', 'pl']) {
    assert.equal(await loader.load(tag), tag);
  }
  assert.equal(tries, 3);
  await assert.rejects(loader.load('ru'), /no such module/);
  await assert.rejects(loader.load('ar'), { name: 'PackError' });
  assert.deepEqual(catalog.locales, ['fr', 'de', 'ja', 'pl']);
  assert.deepEqual(server.asked, []);
});

test('an import that nobody waits for any more adds nothing', async () => {
  let bring;
  const pack = { tag: 'fr', serves: 'fr', load: () => new Promise((resolve) => (bring = resolve)) };
  const { catalog, loader } = fresh({ manifest: { ...manifest, packs: [pack] } });
  const controller = new AbortController();
  const call = loader.load('fr', { signal: controller.signal });
  await new Promise((done) => setTimeout(done, 5));
  controller.abort('left');
  await assert.rejects(call, (reason) => reason === 'left');
  bring(fr);
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(catalog.locales, []);
  const again = loader.load('fr');
  await new Promise((done) => setTimeout(done, 5));
  bring(fr);
  assert.equal(await again, 'fr');
});

test("the package's own locales, into each kind of catalog", async () => {
  const own = (await load('codeglot/manifest')).default;
  const codeglot = await load('codeglot');
  for (const catalog of [createCatalog(), formats.createCatalog(), codeglot]) {
    const loader = createLoader({ catalog, manifest: own });
    assert.equal(await loader.load('pt-MZ'), 'pt-PT');
    assert.equal(catalog.resolve(3, 'pt-MZ').packLocale, 'pt-PT');
  }
});

test("the loader's catalog tells of each locale, and its functions need no `this`", async () => {
  const { catalog, loader } = fresh();
  const { message, resolve, resolveResponse, loadLocale, subscribe } = loader.catalog;
  const told = [];
  const listener = () => told.push(catalog.locales.at(-1));
  const [end, endOther] = [subscribe(listener), subscribe(listener)];
  assert.equal(await loadLocale('fr-BE'), 'fr');
  endOther();
  endOther();
  await loadLocale('fr');
  await loadLocale('en');
  end();
  await loadLocale('de');
  assert.deepEqual(told, ['fr', 'fr', 'en']);
  assert.equal(message(135, 'fr', { max: 3 }), catalog.message(135, 'fr', { max: 3 }));
  assert.deepEqual(resolve(135, 'de', { max: 3 }), catalog.resolve(135, 'de', { max: 3 }));
  assert.deepEqual(resolveResponse({ status: 403 }, 'fr'), catalog.resolveResponse({ status: 403 }, 'fr'));
});

test('a listener that throws keeps neither the locale nor the other listeners from it', async (t) => {
  const thrown = [];
  const original = globalThis.setTimeout;
  t.mock.method(globalThis, 'setTimeout', (run, ...rest) => {
    const caught = () => {
      try {
        run();
      } catch (error) {
        thrown.push(error.message);
      }
    };
    return rest.length ? original(run, ...rest) : original(caught);
  });
  const { loader } = fresh();
  let told = 0;
  loader.catalog.subscribe(() => {
    throw new Error('of the view');
  });
  loader.catalog.subscribe(() => told++);
  assert.equal(await loader.load('fr'), 'fr');
  await new Promise((done) => original(done, 20));
  assert.deepEqual([told, thrown], [1, ['of the view']]);
});
