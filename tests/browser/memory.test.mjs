// Memory that stays flat in a page: as tests/wasm/memory.test.mjs has it, in Chromium, with the figures of its own heap. In
// Firefox, which tells no figures, only that catalogs which nobody disposes of do not use up what it has.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers } from './browsers.mjs';
import { openSite } from './site.mjs';

const slackBytes = 1_000_000;
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

for (const { name, options, launch } of browsers) {
  describe(name, options, () => {
    let site;
    let browser;
    let page;
    let session;
    async function run(...task) {
      const { value, error } = await page.evaluate((given) => globalThis.runTask(...given), task);
      assert.equal(error, undefined);
      return value;
    }

    async function measure() {
      for (let round = 0; round < 3; round++) {
        await session.send('HeapProfiler.collectGarbage');
      }
      const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
      const { bytes, count } = await run('instances');
      return { heapBytes: usedSize, bufferBytes: backingStorageSize, instanceBytes: bytes, count };
    }

    /** Does a task with a tenth, a half and a half of a count, and wants the last half to have cost nothing. */
    async function assertFlat(context, title, count, task) {
      const figures = [];
      for (const share of [count / 10, count / 2, count / 2]) {
        await run(...task(share));
        figures.push(await measure());
      }
      const [, middle, end] = figures;
      for (const part of ['heapBytes', 'bufferBytes', 'instanceBytes']) {
        context.diagnostic(`${title}: ${part.replace('Bytes', '')} ${figures.map((one) => megabytes(one[part])).join(', ')} MB at start, middle, end`);
        assert.ok(Math.abs(end[part] - middle[part]) < slackBytes, `${part} of ${title}`);
      }
      return end;
    }

    before(async () => {
      site = await openSite();
      browser = await launch();
      page = await browser.newPage();
      await page.goto(`${site.url}/free.html`);
      await run('watch');
      session = name === 'Chromium' ? await page.createCDPSession() : undefined;
      await session?.send('HeapProfiler.enable');
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    if (name === 'Chromium') {
      for (const [build, calls, cycles] of [['engine', 10_000_000, 10_000], ['script', 1_000_000, 1000]]) {
        test(`${build}: calls leave nothing behind`, async (context) => {
          await run('keep', build);
          await assertFlat(context, `${build}, calls`, calls, (count) => ['call', count]);
        });
        for (const ending of ['disposed', 'dropped']) {
          test(`${build}: catalogs that are ${ending} leave nothing behind`, async (context) => {
            const { count } = await assertFlat(context, `${build}, ${ending}`, cycles, (count) => ['cycle', build, count, ending]);
            assert.ok(count < 10, `${count} instances are there`);
          });
        }
      }
    } else {
      test('the page makes 2,000 catalogs that nobody disposes of', async () => {
        await run('cycle', 'engine', 2000, 'dropped');
        assert.equal((await run('instances')).made, 2000);
      });
    }
  });
}
