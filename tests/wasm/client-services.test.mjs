// Several services' catalogs side by side, as the packed package has them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { load, nativeCommand, packBytes, packManifest, packsFolder, projectFolder } from './package.mjs';
import { servePacks, status } from './pack-server.mjs';

const { createLoader, createServices } = await load('codeglot/client');
const { createCatalog } = await load('codeglot/engine');
const formats = await load('codeglot/formats');
const codeglot = await load('codeglot');

// A second service: other codes, other texts, 102 among them.
const folder = mkdtempSync(join(projectFolder, 'build/package/orders-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));
write('codes.json', {
  namespace: 'orders', sourceLocale: 'en', defaultLocale: 'en', transports: { http: { readBodyOf: [200], statuses: { 409: 'sold-out' } } },
  codes: [{ code: 102, name: 'sold-out', args: { item: { type: 'string' } } }],
});
const texts = (text) => ({ '$unknown-code': '? {code}', '$unreadable-response': '!', 'sold-out': text });
write('en.json', texts('{item} is sold out.'));
write('fr.json', texts('{item} est épuisé.'));
execFileSync(nativeCommand, ['compile', folder, '-o', folder], { stdio: 'pipe' });
const ordersPack = (tag) => readFileSync(join(folder, `${tag}.cgpk`));

const accounts = createCatalog({ packs: [packBytes('en'), packBytes('fr')] });
const orders = formats.createCatalog({ packs: [ordersPack('en'), ordersPack('fr')] });
const services = createServices({ accounts, orders, own: codeglot });

test('one number means what its service says', () => {
  assert.equal(services.message('orders', 102, 'fr', { item: 'Le thé' }), 'Le thé est épuisé.');
  assert.equal(services.message('accounts', 102, 'fr'), accounts.message(102, 'fr'));
  assert.equal(services.message('own', 102, 'zh-Hans'), codeglot.message(102, 'zh-Hans'));
  assert.equal(services.resolve('orders', 102, 'en').status, 'missing-argument');
  assert.deepEqual(services.resolve('accounts', 135, 'fr', { max: 3 }), accounts.resolve(135, 'fr', { max: 3 }));
  assert.equal(services.resolve('accounts', 999999, 'en').status, 'unknown-code');
});

test('a response is read by the transports of its own service', () => {
  assert.equal(services.resolveResponse('orders', { status: 409 }, 'en', { item: 'Tea' }).text, 'Tea is sold out.');
  assert.equal(services.resolveResponse('accounts', { status: 409 }, 'en').status, 'unreadable-response');
  assert.deepEqual(services.resolveResponse('accounts', { status: 403 }, 'fr'), accounts.resolveResponse({ status: 403 }, 'fr'));
});

test('a service that is not known has a visible text and a status, whatever it is', () => {
  assert.equal(services.message('stock', 102, 'en'), '[stock 102]');
  assert.deepEqual(services.resolve('stock', 102, 'en', { a: 1 }), {
    text: '[stock 102]', status: 'unknown-service', code: 102, name: '', locale: '', packLocale: '', direction: 'ltr', argument: undefined,
  });
  assert.equal(services.resolveResponse('stock', { status: 200, body: { code: 5 } }, 'en').status, 'unknown-service');
  const odd = ['__proto__', 'constructor', 'toString', '', 5, null, undefined, Symbol('x'), Object.create(null)];
  for (const name of odd) {
    assert.equal(services.resolve(name, 1, 'en').status, 'unknown-service');
    assert.match(services.message(name, Symbol('1'), 'en'), /^\[.* .*\]$/);
  }
});

test('all services load a locale, each the one that serves there', async () => {
  const server = await servePacks();
  const ordersServer = await servePacks(folder);
  try {
    const fresh = () => {
      const options = { retryDelay: 5 };
      const first = createLoader({ catalog: createCatalog(), manifest: packManifest(), baseUrl: server.url, namespace: packManifest().namespace, ...options });
      execFileSync(nativeCommand, ['compile', folder, '-o', folder, '--manifest'], { stdio: 'pipe' });
      const second = createLoader({ catalog: createCatalog(), manifest: `${ordersServer.url}manifest.json`, ...options });
      return createServices({ accounts: first.catalog, orders: second.catalog, fixed: accounts });
    };
    const both = fresh();
    let told = 0;
    const end = both.subscribe(() => told++);
    assert.deepEqual(await both.loadLocale('de-AT'), { accounts: 'de', orders: 'en', fixed: 'en' });
    assert.equal(told, 2);
    end();
    assert.deepEqual(await both.loadLocale('fr-BE'), { accounts: 'fr', orders: 'fr', fixed: 'fr' });
    assert.equal(told, 2);
    assert.equal(both.message('orders', 102, 'fr-BE', { item: 'Le thé' }), 'Le thé est épuisé.');
    assert.equal(both.message('accounts', 3, 'fr-BE'), accounts.message(3, 'fr'));
    // One that fails is told when the others are done.
    const failing = fresh();
    server.behave.set('fr.cgpk', [status(404)]);
    await assert.rejects(failing.loadLocale('fr'), { name: 'LoadError', status: 404 });
    assert.equal(failing.message('orders', 102, 'fr', { item: 'Le thé' }), 'Le thé est épuisé.');
    assert.deepEqual(await failing.loadLocale('fr'), { accounts: 'fr', orders: 'fr', fixed: 'fr' });
    // A caller who leaves.
    await assert.rejects(fresh().loadLocale('fr', { signal: AbortSignal.abort('left') }), (reason) => reason === 'left');
  } finally {
    await Promise.all([server.close(), ordersServer.close()]);
  }
});

test('two services of one namespace are a mistake that shows at once', () => {
  const loader = () => createLoader({ catalog: createCatalog(), manifest: packManifest() }).catalog;
  assert.throws(() => createServices({ accounts: loader(), orders: loader() }), /accounts and orders both have the namespace \S+: give each service its own catalog/);
  assert.doesNotThrow(() => createServices({ accounts: loader(), orders }));
  assert.ok(packsFolder);
});
