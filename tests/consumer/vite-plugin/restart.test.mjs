// Vite's dev server where a page has to be loaded again: it was opened while nothing had compiled yet, a constant has another
// number, or the texts need the other runtime. Where there is no Chromium, the tests are not run, and say so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { options } from '../../../tests/browser/chromium.mjs';
import { openPage, startServer } from './devPage.mjs';

async function withPage(prepare, check) {
  const dev = await startServer({ prepare });
  const tab = await openPage(dev.url);
  try {
    await check(dev, tab);
  } finally {
    await tab.browser.close();
    await dev.server.close();
  }
}

test('a server that starts with an error shows it, and the page when it is mended', options, () =>
  withPage(
    ({ edit }) => edit('en.json', '"not-allowed"', '"not-alowed"'),
    async (dev, tab) => {
      assert.match(await tab.overlay(), /locales\/en\.json:5:3: error: "not-alowed" is no code of codes\.json/);
      assert.match(dev.log(), /locales\/en\.json:5:3: error: "not-alowed"/);
      dev.edit('en.json', '"not-alowed"', '"not-allowed"');
      await tab.shows('message', 'You may not buy this.');
      await tab.noOverlay();
    },
  ));

test('a code with another number is the other number everywhere', options, () =>
  withPage(undefined, async (dev, tab) => {
    await tab.shows('message', 'You may not buy this.');
    dev.edit('codes.json', '"code": 1,', '"code": 11,');
    await tab.page.waitForEvent('load');
    await tab.shows('message', 'You may not buy this.');
    assert.equal(await tab.page.evaluate(() => import('/@id/virtual:codeglot/codes').then(({ Codes }) => Codes.NotAllowed)), 11);
  }));

test('texts that begin to need formats get the runtime that has them', options, () =>
  withPage(undefined, async (dev, tab) => {
    await tab.shows('limit', 'Only 3 items fit.');
    dev.edit('en.json', 'other{Only # items fit.}', 'other{Only {max, number, ::currency/EUR} fit.}');
    await tab.shows('limit', 'Only €3.00 fit.');
    assert.equal(tab.counted.loads, 2);
    dev.edit('en.json', 'Only {max, number, ::currency/EUR} fit.', 'At most {max, number, ::currency/EUR} fit.');
    await tab.shows('limit', 'At most €3.00 fit.');
    assert.equal(tab.counted.loads, 2, 'from then on without a reload');
  }));
