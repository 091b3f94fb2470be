// The packed package in Chromium and Firefox: every vector in a page and in a web worker, messages in workers of both
// kinds, and in a service worker with the network cut off.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { load } from '../wasm/package.mjs';
import { countOf, vectorSet } from '../wasm/vector-set.mjs';
import { browsers } from './browsers.mjs';
import { openSite } from './site.mjs';

const { loadLocale, message } = await load('codeglot');
await loadLocale('fr');
const question = { code: 135, locale: 'fr-BE', args: { max: 12 } };
const expected = message(135, 'fr-BE', { max: 12 });
const count = countOf(vectorSet());

for (const { name, options, launch } of browsers) {
  describe(name, options, () => {
    let site;
    let browser;
    let page;
    /** What a task of site/tasks.js gives in the page. */
    async function run(...task) {
      const { value, error } = await page.evaluate((given) => globalThis.runTask(...given), task);
      assert.equal(error, undefined);
      return value;
    }
    function check(context, { passed, failures }) {
      context.diagnostic(`vectors: ${passed} passed, ${failures.length} failed`);
      assert.deepEqual(failures.slice(0, 20), []);
      assert.equal(passed, count);
    }

    before(async () => {
      site = await openSite();
      browser = await launch();
      page = await browser.newPage();
      await page.goto(`${site.url}/free.html`);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('every vector passes in a page', async (context) => {
      context.diagnostic(await browser.version());
      check(context, await run('vectors'));
    });

    test('every vector passes in a web worker', async (context) => {
      const { value, error } = await run('asked', '/tasks-worker.js', 'module', ['vectors']);
      assert.equal(error, undefined);
      check(context, value);
    });

    test('a web worker answers, as a module and as a classic script', async () => {
      assert.equal(await run('asked', '/messages-worker.js', 'module', question), expected);
      assert.equal(await run('asked', '/classic-worker.js', 'classic', question), expected);
    });

    for (const type of ['module', 'classic']) {
      test(`a ${type} service worker answers requests`, async (context) => {
        const script = `/${type}-service-worker.js`;
        const { value, error } = await page.evaluate((given) => globalThis.runTask(...given), ['serviceWorker', script, type]);
        if (error && type === 'module') {
          context.skip(`not run: this browser has no module service workers (${error})`);
          return;
        }
        assert.equal(error, undefined);
        assert.equal(value, site.url + script);
        assert.equal(await run('post', '/message', question), expected);
      });
    }

    test('the service worker answers with the network cut off', async () => {
      await site.close();
      site = undefined;
      assert.equal(await run('post', '/message', question), expected);
      await assert.rejects(() => run('post', '/other', question), 'nothing else is answered');
    });
  });
}
