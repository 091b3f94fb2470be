// Catalogs: packs that come, go and are refused, memory, disposal, and what a catalog tells of itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileOf, load, packBytes } from './package.mjs';

const { createCatalog, PackError } = await load('codeglot/engine');
const tags = ['en', 'zh-Hans', 'fr'];
const full = () => createCatalog({ packs: tags.map(packBytes) });
const refused = (status) => (error) => error instanceof PackError && error.status === status && error.name === 'PackError';

test('says which locales, codes and arguments there are', () => {
  const catalog = full();
  assert.deepEqual(catalog.locales, tags);
  const codes = catalog.codes('en');
  assert.equal(codes.length, 55);
  assert.deepEqual(codes, [...codes].sort((left, right) => left - right));
  assert.deepEqual(catalog.parameters(135, 'en'), [{ name: 'max', type: 'number', default: '8' }]);
  assert.deepEqual(catalog.parameters(102, 'zh-Hans'), []);
  assert.deepEqual(catalog.parameters(999, 'en'), []);
  assert.deepEqual(catalog.parameters(NaN, 'en'), []);
});

test('what it hands out is the caller’s to change', () => {
  const catalog = full();
  catalog.parameters(135, 'en')[0].name = 'other';
  catalog.codes('en').length = 0;
  catalog.locales.length = 0;
  assert.equal(catalog.parameters(135, 'en')[0].name, 'max');
  assert.equal(catalog.codes('en').length, 55);
  assert.deepEqual(catalog.locales, tags);
});

test('without a pack, the text is the code in brackets', () => {
  const catalog = createCatalog();
  assert.equal(catalog.message(102, 'en'), '[102]');
  assert.deepEqual(catalog.resolve(-7, 'en'), {
    text: '[-7]', status: 'no-pack', code: -7, name: '', locale: '', packLocale: '', direction: 'ltr', argument: undefined,
  });
  assert.equal(catalog.resolveResponse({ body: '{"code":5}' }, 'en').status, 'no-pack');
  assert.deepEqual([catalog.locales, catalog.codes('en'), catalog.parameters(102, 'en')], [[], [], []]);
});

test('the first pack may come after the first question', () => {
  const catalog = createCatalog();
  assert.equal(catalog.message(102, 'zh'), '[102]');
  catalog.add(packBytes('en'));
  assert.equal(catalog.resolve(102, 'zh').locale, 'en');
  catalog.add(packBytes('zh-Hans'));
  assert.equal(catalog.message(102, 'zh'), '用户帐号不存在(登录)');
});

test('takes a pack as Uint8Array, as a part of one, as ArrayBuffer and as text', async () => {
  const bytes = packBytes('fr');
  const part = new Uint8Array(bytes.length + 20).subarray(7, 7 + bytes.length);
  part.set(bytes);
  const text = (await load('codeglot/locales/fr')).default;
  for (const pack of [bytes, part, bytes.slice().buffer, text, Buffer.from(bytes)]) {
    assert.deepEqual(createCatalog({ packs: [pack] }).locales, ['fr']);
  }
});

test('a pack is copied: what becomes of the bytes does not matter', () => {
  const bytes = packBytes('fr');
  const catalog = createCatalog({ packs: [bytes] });
  const text = catalog.message(135, 'fr', { max: 3 });
  bytes.fill(255);
  assert.equal(catalog.message(135, 'fr', { max: 3 }), text);
  assert.equal(catalog.message(102, 'fr'), full().message(102, 'fr'));
});

test('refuses a pack that is cut anywhere, and stays as it was', () => {
  const catalog = full();
  const bytes = packBytes('ar');
  for (let length = 0; length < bytes.length; length++) {
    assert.throws(() => catalog.add(bytes.subarray(0, length)), PackError, `${length} bytes`);
  }
  assert.deepEqual(catalog.locales, tags);
  assert.equal(catalog.message(135, 'en', { max: 8 }), full().message(135, 'en', { max: 8 }));
  catalog.add(bytes);
  assert.deepEqual(catalog.locales, [...tags, 'ar']);
});

test('says why it refuses a pack', () => {
  const catalog = full();
  const changed = (at, value) => packBytes('en').with(at, value);
  assert.throws(() => catalog.add(new Uint8Array()), refused('pack-truncated'));
  assert.throws(() => catalog.add(changed(0, 88)), refused('pack-not-a-pack'));
  assert.throws(() => catalog.add(changed(4, 99)), refused('pack-version'));
  assert.throws(() => catalog.add(changed(200, packBytes('en')[200] ^ 1)), refused('pack-checksum'));
  for (const other of [undefined, null, 5, true, () => {}, Symbol('pack')]) {
    assert.throws(() => catalog.add(other), refused('pack-not-a-pack'));
  }
  for (const other of ['', 'hello', {}, [], new Date()]) {
    assert.throws(() => catalog.add(other), PackError);
  }
  assert.throws(() => createCatalog({ packs: [packBytes('en'), new Uint8Array(9)] }), PackError);
  assert.deepEqual(catalog.locales, tags);
});

test('a pack of the same locale takes the place of the first, however often', () => {
  const catalog = createCatalog({ packs: [packBytes('en')] });
  const known = catalog.message(102, 'en');
  for (let round = 0; round < 500; round++) {
    catalog.add(packBytes('en'));
    assert.equal(catalog.message(102, 'en'), known);
  }
  assert.deepEqual(catalog.locales, ['en']);
});

test('a refused pack does not harm the one whose place it would have taken', () => {
  const catalog = createCatalog({ packs: [packBytes('en'), packBytes('en')] });
  const text = catalog.message(135, 'en', { max: 2 });
  const broken = packBytes('en');
  broken[300] ^= 1;
  for (let round = 0; round < 3; round++) {
    assert.throws(() => catalog.add(broken), PackError);
    assert.equal(catalog.message(135, 'en', { max: 2 }), text);
    catalog.add(packBytes('en'));
  }
});

test('catalogs do not share memory', () => {
  const [one, other] = [createCatalog({ packs: [packBytes('en')] }), createCatalog({ packs: [packBytes('fr')] })];
  assert.deepEqual([one.locales, other.locales], [['en'], ['fr']]);
  assert.notEqual(one.message(102, 'en'), other.message(102, 'en'));
});

test('works on, unchanged, after memory has grown in the middle of a call', () => {
  const catalog = full();
  const before = catalog.codes('en').map((code) => catalog.resolve(code, 'en', { max: 3 }));
  for (const length of [1, 65535, 65536, 65537, 1000000, 5000000]) {
    const text = catalog.message(305, 'en', { param: 'x'.repeat(length) });
    assert.ok(text.includes('x'.repeat(length)));
    assert.ok(text.length < length + 100);
  }
  catalog.add(packBytes('ar'));
  assert.deepEqual(catalog.codes('en').map((code) => catalog.resolve(code, 'en', { max: 3 })), before);
});

test('takes a compiled module, where the host compiles no bytes', () => {
  const module = new WebAssembly.Module(readFileSync(fileOf('codeglot/codeglot.wasm')));
  const catalog = createCatalog({ module, packs: [packBytes('en')] });
  assert.equal(catalog.message(102, 'en'), full().message(102, 'en'));
});

test('after dispose every call throws, and says so', () => {
  const catalog = full();
  catalog.message(102, 'en');
  catalog.dispose();
  catalog.dispose();
  const calls = [
    () => catalog.message(102, 'en'),
    () => catalog.message(102, 'en', {}),
    () => catalog.resolve(102, 'en'),
    () => catalog.resolve(NaN, 'en'),
    () => catalog.resolveResponse({}, 'en'),
    () => catalog.add(packBytes('en')),
    () => catalog.locales,
    () => catalog.codes('en'),
    () => catalog.parameters(102, 'en'),
  ];
  for (const call of calls) {
    assert.throws(call, /disposed/);
  }
});

test('a host with Symbol.dispose finds it', { skip: !Symbol.dispose }, () => {
  const catalog = full();
  catalog[Symbol.dispose]();
  assert.throws(() => catalog.message(102, 'en'), /disposed/);
});
