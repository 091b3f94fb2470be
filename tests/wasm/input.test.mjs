// Bad input: codes, locales and arguments of every kind that JavaScript lets through. A text always comes out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, packBytes } from './package.mjs';

const { createCatalog } = await load('codeglot/engine');
const catalog = createCatalog({ packs: ['en', 'zh-Hans', 'fr', 'ar'].map(packBytes) });
const hostile = new Proxy({}, {
  get() { throw new Error('get'); },
  has() { throw new Error('has'); },
  getOwnPropertyDescriptor() { throw new Error('descriptor'); },
});
const unprintable = Object.create(null);
const anything = [
  undefined, null, true, false, NaN, Infinity, -Infinity, 1.5, -0, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, 5e-324, 10n, 10n ** 50n,
  '', '102', 'x'.repeat(100000), '\ud800', '\udc00\ud800', 'a\0b', '\u202e\u2067\ufeff', '😀', Symbol('s'), () => {}, class {}, [], [1],
  {}, new Date(NaN), new Map(), /x/, new Uint8Array(3), new String('x'), unprintable, hostile, globalThis, Promise.resolve(),
];

test('any code, any locale and any arguments give a text', () => {
  for (const code of [135, 305, 999, ...anything]) {
    for (const locale of ['en', 'ar', ...anything]) {
      assert.equal(typeof catalog.message(code, locale), 'string');
    }
    for (const args of anything) {
      assert.equal(typeof catalog.message(code, 'en', args), 'string');
      assert.equal(typeof catalog.resolve(code, 'en', args).text, 'string');
      assert.equal(catalog.message(code, 'en', args), catalog.resolve(code, 'en', args).text);
    }
  }
});

test('a code that is no 32-bit integer prints in brackets', () => {
  for (const [code, text] of [
    [NaN, '[NaN]'], [1.5, '[1.5]'], [2 ** 31, '[2147483648]'], [-(2 ** 31) - 1, '[-2147483649]'], [Infinity, '[Infinity]'],
    ['102', '[102]'], [undefined, '[undefined]'], [102n, '[102]'], [Symbol('s'), '[Symbol(s)]'], [unprintable, '[]'],
  ]) {
    assert.equal(catalog.message(code, 'zh'), text);
    const { status, code: given } = catalog.resolve(code, 'zh');
    assert.equal(status, 'unknown-code');
    assert.ok(Object.is(given, code));
  }
});

test('the limits of 32 bits are codes like any other', () => {
  for (const code of [2147483647, -2147483648, 0, -1]) {
    assert.equal(catalog.resolve(code, 'en').status, 'unknown-code');
    assert.ok(catalog.message(code, 'en').includes(String(code)), catalog.message(code, 'en'));
  }
  assert.equal(catalog.message(-0, 'en'), catalog.message(0, 'en'));
});

test('a locale that is none gives the default locale', () => {
  for (const locale of ['', 'und', 'x', '????', 'e'.repeat(300), 'en'.repeat(1e6), '\ud800', 'en\0', undefined, null, 5, {}, Symbol('en')]) {
    assert.equal(catalog.resolve(102, locale).locale, 'en');
  }
});

test('a million locales do not pile up', () => {
  for (let index = 0; index < 20000; index++) {
    catalog.message(102, `en-x-${index}`);
  }
  assert.equal(catalog.resolve(102, 'en').locale, 'en');
});

test('lone surrogates print as U+FFFD, whole ones as they are', () => {
  const printed = (param) => catalog.message(305, 'en', { param }).replace(catalog.message(305, 'en', { param: '' }).slice(0, 14), '');
  for (const [given, expected] of [
    ['\ud800', '\ufffd'], ['\udc00', '\ufffd'], ['\udc00\ud800', '\ufffd\ufffd'], ['a\ud83d', 'a\ufffd'], ['\ud83d\ud83d\ude00', '\ufffd😀'],
    ['\0', '\0'], ['\u200f\u202e', '\u200f\u202e'], ['\ufeff', '\ufeff'], ['\ufffe\uffff', '\ufffe\uffff'], ['\u{10ffff}', '\u{10ffff}'],
    ['\u0700\u07ff\ue000', '\u0700\u07ff\ue000'], ['\x7f\x80\u07ff\u0800', '\x7f\x80\u07ff\u0800'],
  ]) {
    assert.ok(printed(given).startsWith(expected), JSON.stringify([given, printed(given)]));
  }
});

test('text survives at every length around the point where another way of reading takes over', () => {
  for (const unit of ['x', 'é', '汉', '😀', '\u{1f9d1}\u200d\u{1f680}']) {
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 25, 63, 64, 65, 4095, 4096, 4097, 20000]) {
      assert.ok(catalog.message(305, 'en', { param: unit.repeat(length) }).includes(unit.repeat(length)));
    }
  }
});

test('a text that begins with a byte order mark keeps it', () => {
  const long = '\ufeff' + 'x'.repeat(100);
  assert.ok(catalog.message(305, 'en', { param: long }).includes(long));
});

test('arguments of 1 MB', () => {
  for (const unit of ['x', '汉', '\ud800']) {
    const text = catalog.message(305, 'en', { param: unit.repeat(1e6) });
    assert.equal(text.split(unit === '\ud800' ? '\ufffd' : unit).length, 1e6 + catalog.message(305, 'en', { param: '' }).split(unit).length);
  }
});

test('an argument that fills all output ends it, and is reported', () => {
  const { text, status } = catalog.resolve(305, 'en', { param: 'x'.repeat(2 ** 24 + 5) });
  assert.equal(status, 'output-too-long');
  assert.equal(text.length, 2 ** 24);
});

test('a host without more memory still gets a text', () => {
  const small = createCatalog({ packs: [packBytes('en')] });
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('no memory');
  };
  try {
    assert.equal(small.resolve(305, 'en', { param: 'x'.repeat(1e6) }).status, 'wrong-argument-type');
    assert.throws(() => small.add(new Uint8Array(1e6)), RangeError);
    assert.equal(small.message(102, 'en'), catalog.message(102, 'en'));
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
  assert.equal(small.resolve(305, 'en', { param: 'x'.repeat(1e6) }).status, 'ok');
});

test('numbers reach the runtime with the digits that JavaScript prints', () => {
  const max = (value) => catalog.resolve(135, 'en', { max: value });
  const same = (value, digits) => assert.deepEqual(max(value), max({ decimal: digits }), String(value));
  for (const value of [0, 1, 2, 999, 1000, -1, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 32 + 1, -(2 ** 40), 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 1e21, 0.1, 1.5, -2.25, 1e-7]) {
    same(value, String(value));
  }
  same(-0, '-0');
  same(NaN, 'NaN');
  same(-Infinity, '-Infinity');
  same(9223372036854775807n, '9223372036854775807');
  same(10n ** 30n, '1' + '0'.repeat(30));
  same({ int64: '-9223372036854775808' }, '-9223372036854775808');
});

test('values of no kind that a message takes are reported, and the default stands', () => {
  const { text } = catalog.resolve(135, 'en');
  const wrong = [
    true, 'eight', Symbol('8'), () => 8, [8], {}, new Date(), new Number(8), { valueOf: () => 8 }, hostile, unprintable,
    { decimal: '' }, { decimal: 8 }, { decimal: '8x' }, { decimal: '0x8' }, { decimal: ' 8' }, { decimal: null }, { decimal: ['8'] },
    { int64: '' }, { int64: '0x8' }, { int64: ' 8' }, { int64: 8 },
  ];
  for (const value of wrong) {
    const resolution = catalog.resolve(135, 'en', { max: value });
    assert.equal(resolution.status, 'wrong-argument-type', typeof value === 'object' ? JSON.stringify(Object.entries(value)) : typeof value);
    assert.equal(resolution.argument, 'max');
    assert.equal(resolution.text, text);
  }
  for (const value of [null, undefined]) {
    assert.equal(catalog.resolve(135, 'en', { max: value }).status, 'ok');
  }
});

test('arguments may be of any object: its own properties count, and only what the message declares is read', () => {
  const expected = catalog.message(135, 'en', { max: 3 });
  const read = [];
  const watched = new Proxy({ max: 3 }, { get: (target, name) => (read.push(name), target[name]) });
  const nothing = Object.assign(Object.create(null), { max: 3, surplus: {} });
  for (const args of [watched, nothing, { get max() { return 3; } }]) {
    assert.equal(catalog.message(135, 'en', args), expected);
  }
  assert.deepEqual(read, ['max']);
  assert.equal(catalog.message(135, 'en', Object.create({ max: 3 })), catalog.message(135, 'en'));
  const throwing = { get max() { throw new Error('no'); } };
  assert.equal(catalog.resolve(135, 'en', throwing).status, 'wrong-argument-type');
});

test('a getter that calls back into the catalog disturbs neither call', async () => {
  const own = createCatalog({ packs: [packBytes('en')] });
  const fr = packBytes('fr');
  const code = own.codes('en').find((one) => own.parameters(one, 'en').length > 1) ?? 135;
  const names = own.parameters(code, 'en').map(({ name }) => name);
  const plain = Object.fromEntries(names.map((name, index) => [name, `${index + 1}`]));
  const expected = own.message(code, 'en', plain);
  const calls = [
    () => own.message(305, 'en', { param: 'y'.repeat(1000) }),
    () => own.message(135, 'en', { max: 99 }),
    () => own.resolve(999, 'xx'),
    () => own.resolveResponse({ status: 404 }, 'en', { param: 'z' }),
    () => own.add(fr),
    () => own.message(305, 'en', { param: 'y'.repeat(1e6) }),
    () => own.dispose(),
  ];
  for (const call of calls) {
    const args = {};
    for (const name of names) {
      Object.defineProperty(args, name, { get: () => (call(), plain[name]) });
    }
    assert.equal(own.message(code, 'en', args), expected, String(call));
  }
});
