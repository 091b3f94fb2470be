// Responses: where a code is found in a body, and that nothing in a response can make the call throw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './package.mjs';

const { message, resolve, resolveResponse } = await load('codeglot');
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
