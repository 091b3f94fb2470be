// Responses: where a code is found in a body, and that nothing in a response can make the call throw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, load } from './package.mjs';

const { message, resolve, resolveResponse } = await load('codeglot');
const { createCatalog } = await load('codeglot/engine');
const http = (body) => resolveResponse({ status: 200, body }, 'en');
const unreadable = (resolution) => resolution.status === 'unreadable-response' && resolution.code === 0;

test('an HTTP status is not a return code', () => {
  assert.notEqual(resolveResponse({ status: 403 }, 'en').code, 403);
  assert.notEqual(resolveResponse({ status: 403, body: '{"code":403}' }, 'en').code, 403);
  assert.ok(unreadable(resolveResponse({ status: 500, body: '{"code":102}' }, 'en')));
  assert.equal(http('{"code":403}').code, 403);
});

test('a body is JSON text or what was read from it', () => {
  for (const body of ['{"code":102}', '\ufeff{"code":102}', ' {"code": 1.02e2}\n', '{"code":"102"}', { code: 102 }, { code: '102' }, Object.create({ code: 102 })]) {
    assert.equal(http(body).code, 102);
    assert.equal(http(body).text, message(102, 'en'));
  }
});

test('a code is a 32-bit integer or its one canonical spelling', () => {
  for (const code of ['0x66', ' 102', '102 ', '0102', '102.0', '1e2', '', '+102', '-0', '２', '2147483648', 2147483648, 1.5, NaN, null, true, [102], { code: 102 }, 102n, Symbol('c')]) {
    assert.ok(unreadable(http({ code })), String(code));
  }
  assert.equal(http({ code: '-5' }).code, -5);
  assert.equal(http({ code: -2147483648 }).code, -2147483648);
  assert.equal(http({ code: -0 }).code, 0);
});

test('a body without a readable code', () => {
  const circular = {};
  circular.self = circular;
  for (const body of [undefined, null, '', '<html>', '{', '[]', 'null', '5', '"102"', '{"Code":102}', '\0', 'x'.repeat(1e6), '['.repeat(1e6), 5, true, [], circular, new Date(), () => {}, Symbol('b'), 10n]) {
    assert.ok(unreadable(http(body)));
  }
});

test('hostile responses', () => {
  const thrower = () => {
    throw new Error('no');
  };
  const proxy = new Proxy({}, { get: thrower, has: thrower, getPrototypeOf: thrower, ownKeys: thrower });
  const throwing = { get status() { return thrower(); }, get body() { return thrower(); } };
  for (const response of [undefined, null, 5, 'x', Symbol('r'), proxy, throwing, { body: proxy }, { status: 200, body: { get code() { return thrower(); } } }, { body: { code: { valueOf: thrower, toString: thrower } } }]) {
    assert.ok(unreadable(resolveResponse(response, 'en')));
  }
  for (const status of ['x', NaN, 403.5, 2 ** 40, {}, Symbol('s'), proxy]) {
    assert.ok(unreadable(resolveResponse({ status, body: { code: 102 } }, 'en')));
  }
});

test('no status means RPC; a transport may be named', () => {
  for (const status of [undefined, null]) {
    assert.equal(resolveResponse({ status, body: { code: 102 } }, 'en').code, 102);
  }
  assert.equal(resolveResponse({ status: 403 }, 'en', null, 'http').code, 3);
  assert.equal(resolveResponse({ status: 0, body: { code: 102 } }, 'en', null, 'rpc').code, 102);
  for (const transport of ['smtp', '', 'h'.repeat(1e6), 'HTTP', '\ud800']) {
    assert.ok(unreadable(resolveResponse({ status: 200, body: { code: 102 } }, 'en', null, transport)));
  }
  for (const transport of [5, {}, null, Symbol('t')]) {
    assert.equal(resolveResponse({ status: 403 }, 'en', null, transport).code, 3);
  }
});

test('arguments go to the message that the response means', () => {
  assert.deepEqual(http('{"code":135}'), resolve(135, 'en'));
  assert.deepEqual(resolveResponse({ status: 200, body: '{"code":135}' }, 'en', { max: 3 }), resolve(135, 'en', { max: 3 }));
  assert.deepEqual(resolveResponse({ status: 404 }, 'en', { param: 'id' }), resolve(305, 'en', { param: 'id' }));
  assert.ok(unreadable(resolveResponse({ status: 500 }, 'en', { max: 3 })));
});

const type = (name) => ({ type: name });
const info = (reason, domain = 'shop.example.com') => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain });
const shop = createCatalog({ packs: compile('tests/vectors/problems/catalog') });
const meaning = (body, status = 500, transport = 'http') => shop.resolveResponse({ status, body }, 'en', null, transport).name;

test('a body that was read already names its problem like a text', () => {
  assert.equal(meaning(type('/problems/closed')), 'closed');
  assert.equal(meaning({ details: [info('CLOSED')] }), 'closed');
  assert.equal(meaning({ error: { code: 404, details: [null, undefined, 5, 'x', Symbol('d'), [], info('CLOSED')] } }), 'closed');
  assert.equal(meaning(Object.create(type('/problems/closed'))), 'closed');
  assert.equal(meaning(type(new String('/problems/closed'))), '');
});

test('a problem with arguments gives the message of its code', () => {
  assert.deepEqual(shop.resolveResponse({ status: 500, body: type('/problems/closed') }, 'en', { x: 1 }), shop.resolve(5, 'en', { x: 1 }));
});

test('no key but the whole one is a problem', () => {
  const longest = `https://example.com/problems/${'x'.repeat(226)}`;
  assert.equal(meaning(type(longest)), 'closed');
  for (const key of [`${longest}x`, `${longest}${'x'.repeat(1e6)}`, longest.slice(1), '\ud800', '/problems/closed\ud800', '/problems/closed\0', '', '@', '😀'.repeat(1e6)]) {
    assert.equal(meaning(type(key)), '');
    assert.equal(meaning(type(key), 403), 'denied');
    assert.equal(meaning({ ...type(key), code: 7 }, 200), 'missing');
  }
});

test('a long transport or problem leaves the catalog as it was', () => {
  for (const transport of ['h'.repeat(1e6), '', 'rpc']) {
    assert.equal(meaning(type('/problems/closed'), 500, transport), '');
  }
  assert.equal(shop.message(7, 'en'), 'There is no such thing.');
});

test('hostile problems are absent', () => {
  const thrower = () => {
    throw new Error('no');
  };
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  const list = Object.assign([info('CLOSED')], { slice: thrower });
  const endless = new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 32 : name === 'slice' ? thrower : info('CLOSED')) });
  const circular = {};
  circular.error = circular.details = circular;
  for (const body of [
    { get type() { return thrower(); } },
    { get details() { return thrower(); } },
    { get error() { return thrower(); } },
    { details: revoked },
    { details: list },
    { details: endless },
    { details: { length: 1, 0: info('CLOSED') } },
    { details: [{ get '@type'() { return thrower(); } }] },
    { details: [info({ toString: thrower }, Symbol('d'))] },
    { details: new Array(2 ** 32 - 1) },
    { error: revoked },
    circular,
    JSON.stringify({ error: type('/problems/closed') }),
    `${'{"error":'.repeat(1e5)}`,
  ]) {
    assert.ok(unreadable(shop.resolveResponse({ status: 500, body }, 'en')));
  }
  assert.equal(meaning({ details: [...Array(15), info('CLOSED')] }), 'closed');
  assert.equal(meaning({ details: [...Array(16), info('CLOSED')] }), '');
});

test('a getter of the body may call the catalog', () => {
  const body = { get type() { return shop.resolveResponse({ status: 500, body: type('/problems/closed') }, 'ar').code === 5 ? '/problems/closed' : ''; } };
  assert.equal(meaning(body), 'closed');
});
