// What the clients of this folder and of ../axios are tested with: a service on this machine that answers well and badly,
// and what the reader must be told.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCatalog } from 'codeglot/engine';
import { nativeCommand } from '../../../tests/wasm/package.mjs';

const json = 'application/json';
const problem = 'application/problem+json';
const errorInfo = (reason, domain) => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain });
const status = (...details) => ({ error: { code: 404, status: 'NOT_FOUND', message: 'x', details } });
const noCredit = { type: 'https://shop.example.com/problems/no-credit', title: 'No credit', status: 400, balance: 1 };

/** By path: status, media type and body of the answer; name of the code that it means, and the text. */
const answers = {
  '/done': [200, json, { code: 0 }, 'done', 'Thank you for your order.'],
  '/sold-out': [200, json, { code: 403 }, 'sold-out', 'This article is sold out.'],
  '/unknown': [200, json, { code: 77 }, '', 'Something went wrong (77).'],
  '/denied': [403, 'text/html', '<h1>403 Forbidden</h1>', 'denied', 'Please sign in.'],
  '/code-of-403': [403, json, { code: 403 }, 'denied', 'Please sign in.'],
  '/missing': [404, json, { code: 404 }, 'missing', 'There is no such article.'],
  '/no-credit': [400, problem, noCredit, 'no-credit', 'You have only 1 coin left.'],
  '/no-credit-missing': [404, problem, { ...noCredit, balance: 3 }, 'no-credit', 'You have only 3 coins left.'],
  '/blank': [404, problem, { type: 'about:blank', status: 404 }, 'missing', 'There is no such article.'],
  '/reason': [404, json, status(errorInfo('SOLD_OUT', 'shop.example.com')), 'sold-out', 'This article is sold out.'],
  '/other-reason': [404, json, status(errorInfo('SOLD_OUT', 'example.org')), 'missing', 'There is no such article.'],
  '/grpc-code': [200, json, { code: 5, details: [errorInfo('X', 'example.org')] }, '', undefined],
  '/broken': [200, json, '{"code":', '', undefined],
  '/empty': [200, json, '', '', undefined],
  '/null': [200, json, 'null', '', undefined],
  '/failure': [500, json, { code: 0 }, '', undefined],
  '/no-content': [204, json, '', '', undefined],
};
const noAnswer = 'The shop did not answer. Please try again later.';

function loadCatalog() {
  const folder = mkdtempSync(join(tmpdir(), 'codeglot-consumer-'));
  try {
    const authored = fileURLToPath(new URL('catalog', import.meta.url));
    execFileSync(nativeCommand, ['compile', authored, '--output', folder], { stdio: 'pipe' });
    return createCatalog({ packs: ['en', 'de'].map((tag) => readFileSync(join(folder, `${tag}.cgpk`))) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const serve = async (listener) => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const stop = (server) => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
};

/** Tests a client's `request`. */
export async function testClient(request) {
  const catalog = loadCatalog();
  const server = await serve(({ url }, response) => {
    if (url === '/cut') {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"code":0}');
      setTimeout(() => response.destroy(), 50);
    } else if (url !== '/never') {
      const [code, type, body] = answers[url];
      response.writeHead(code, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  test.after(() => stop(server));

  for (const [path, [, , body, name, text = noAnswer]] of Object.entries(answers)) {
    test(`${path} is “${text}”`, async () => {
      const result = await request(catalog, 'en', origin + path);
      assert.equal(result.text, text);
      assert.equal(result.name, name);
      if (typeof body === 'object') {
        assert.deepEqual(result.body, body);
      }
    });
  }

  test('the reader has a locale', async () => {
    assert.equal((await request(catalog, 'de-AT', `${origin}/no-credit`)).text, 'Sie haben nur noch 1 Münze.');
    assert.equal((await request(catalog, 'de-AT', `${origin}/empty`)).text, catalog.resolveResponse({ status: 0 }, 'de').text);
  });

  const isNoAnswer = (result) => {
    assert.equal(result.text, noAnswer);
    assert.equal(result.status, 'unreadable-response');
  };

  test('a refused connection is no answer', async () => {
    const gone = await serve(() => {});
    const { port } = gone.address();
    await stop(gone);
    isNoAnswer(await request(catalog, 'en', `http://127.0.0.1:${port}/`));
  });

  test('an answer that is cut off is none', async () => isNoAnswer(await request(catalog, 'en', `${origin}/cut`)));

  test('an answer that comes too late is none', async () => {
    isNoAnswer(await request(catalog, 'en', `${origin}/never`, { timeout: 100 }));
  });

  test('who aborts a request wants no message', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    await assert.rejects(request(catalog, 'en', `${origin}/never`, { signal: controller.signal }), { name: /^(Abort|Canceled)Error$/ });
    await assert.rejects(request(catalog, 'en', `${origin}/done`, { signal: AbortSignal.abort() }), { name: /^(Abort|Canceled)Error$/ });
  });

  test('a request that cannot be made is a mistake of the program', async () => {
    await assert.rejects(request(catalog, 'en', 'http://[/'));
  });
}
