// Vite's dev server and real headless Chromium: an edited message is there without a reload, what does not compile stands
// in the overlay with its place, and the page goes on when it is mended. Each test starts from the state that the one
// before left. Where there is no Chromium, the tests are not run, and say so.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { executablePath, options } from '../../../tests/browser/chromium.mjs';
import { openPage, startServer } from './devPage.mjs';

let dev;
let tab;

before(async () => {
  if (executablePath) {
    dev = await startServer();
    tab = await openPage(dev.url);
    await tab.shows('message', 'You may not buy this.');
    await tab.page.click('#count');
    await tab.page.click('#count');
  }
});

after(async () => {
  await tab?.browser.close();
  await dev?.server.close();
});

/** The counter still stands where it was, and the page was loaded once. */
async function keepsItsState() {
  assert.equal(await tab.page.textContent('#count'), '2');
  assert.equal(tab.counted.loads, 1);
}

test('an edited message takes the place of the old one, and the page keeps its state', options, async () => {
  dev.edit('en.json', 'You may not buy this.', 'This is not for sale.');
  await tab.shows('message', 'This is not for sale.');
  dev.edit('en.json', 'Only # items fit.', 'No more than # items fit.');
  await tab.shows('limit', 'No more than 3 items fit.');
  await keepsItsState();
});

test('a locale that was loaded is replaced, too', options, async () => {
  await tab.page.click('#french');
  await tab.shows('limit', '3 articles au plus.');
  dev.edit('fr.json', 'other{# articles au plus.}', 'other{# articles, pas plus.}');
  await tab.shows('limit', '3 articles, pas plus.');
  await keepsItsState();
});

test('what does not compile is in the overlay with file, line, column and frame, and the last good texts stay', options, async () => {
  dev.edit('fr.json', '{max, plural, one{# article au plus.}', '{mux, plural, one{# article au plus.}');
  const text = await tab.overlay();
  assert.match(text, /locales\/fr\.json:6:22: error: \{mux\} is not declared in codes\.json/);
  assert.match(text, /6 \|.*"too-many-items": "\{mux, plural/);
  assert.match(text, /\n *\|  {22}\^/);
  assert.match(dev.log(), /locales\/fr\.json:6:22: error: \{mux\} is not declared/);
  assert.equal(await tab.page.textContent('#limit'), '3 articles, pas plus.');
  await keepsItsState();
});

test('when it is mended the overlay goes, and the page goes on; also one that was opened meanwhile', options, async () => {
  const other = await openPage(dev.url);
  try {
    await other.shows('message', 'This is not for sale.');
    assert.match(await other.overlay(), /locales\/fr\.json:6:22: error/);
    dev.edit('fr.json', '{mux, plural, one{# article au plus.}', '{max, plural, one{# article au plus.}');
    await Promise.all([tab.noOverlay(), other.noOverlay()]);
    dev.edit('fr.json', 'Vous ne pouvez pas acheter ceci.', 'Ceci n’est pas à vendre.');
    await tab.shows('message', 'Ceci n’est pas à vendre.');
    await keepsItsState();
    assert.equal(other.counted.loads, 1);
  } finally {
    await other.browser.close();
  }
});

test('many changes at once end in the last of them', options, async () => {
  for (let count = 1; count <= 20; count++) {
    dev.edit('fr.json', count === 1 ? 'Ceci n’est' : `Ceci (${count - 1}) n’est`, `Ceci (${count}) n’est`);
    await new Promise((resolve) => setTimeout(resolve, count * 10));
  }
  await tab.shows('message', 'Ceci (20) n’est pas à vendre.');
  await keepsItsState();
});

test('a warning is said once, and stops nothing', options, async () => {
  const warned = () => dev.log().split('locales/fr.json:6:22: warning: the plural of {max} lacks many, which fr needs').length - 1;
  assert.equal(warned(), 0);
  dev.edit('fr.json', 'many{# d’articles au plus.} ', '');
  dev.edit('fr.json', 'Ceci (20)', 'Cela');
  await tab.shows('message', 'Cela n’est pas à vendre.');
  dev.edit('fr.json', 'Cela', 'Ceci');
  await tab.shows('message', 'Ceci n’est pas à vendre.');
  assert.equal(warned(), 1);
  await keepsItsState();
});

test('a file that is new, and one that is gone', options, async () => {
  writeFileSync(dev.file('de.json'), readFileSync(dev.file('en.json'), 'utf8').replace('"$locale": "en"', '"$locale": "de"'));
  await tab.shows('locales', 'de en fr');
  rmSync(dev.file('de.json'));
  await tab.shows('locales', 'en fr');
  renameSync(dev.file('fr.json'), join(dev.folder, 'fr.json'));
  await tab.shows('message', 'This is not for sale.');
  await tab.shows('locales', 'en');
  renameSync(join(dev.folder, 'fr.json'), dev.file('fr.json'));
  await tab.shows('locales', 'en fr');
  await keepsItsState();
});

test('a server that renders with the same Vite has the new text', options, async () => {
  const rendered = async () => (await (await dev.server.ssrLoadModule('/src/render.js')).render('en'))[2];
  assert.equal(await rendered(), 'This is not for sale.');
  dev.edit('en.json', 'This is not for sale.', 'This was sold.');
  await tab.shows('message', 'This was sold.');
  assert.equal(await rendered(), 'This was sold.');
  await keepsItsState();
});

test('a pack that is not there is not found', options, async () => {
  assert.equal((await fetch(`${dev.url}@codeglot/fr.cgpk`)).status, 200);
  for (const path of ['it.cgpk', '../locales/en.json', '%2e%2e/package.json', '', '%']) {
    const { status, headers } = await fetch(`${dev.url}@codeglot/${path}`);
    assert.ok(status === 404 || !headers.get('content-type').includes('octet-stream'), path);
  }
});
