// Vite's dev server and real headless Chromium: an edited message is there without a reload, what does not compile stands
// in the overlay with its place, and the page goes on when it is mended. Each test starts from the state that the one
// before left. Where there is no Chromium, the tests are not run, and say so.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createServer } from 'vite';
import { executablePath, open, options } from '../../browser/chromium.mjs';
import { application } from './project.mjs';

let folder;
let server;
let browser;
let page;
let loads = 0;
let log = '';

const file = (name) => join(folder, 'locales', name);
const edit = (name, from, to) => {
  const text = readFileSync(file(name), 'utf8');
  assert.ok(text.includes(from), `${name} has ${from}`);
  writeFileSync(file(name), text.replace(from, to));
};
const shows = (id, text) => page.waitForFunction(([id, text]) => document.getElementById(id)?.textContent === text, [id, text], { timeout: 10000 });
const overlayText = () => page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot.textContent);
const counts = () => page.textContent('#count');

before(async () => {
  if (!executablePath) {
    return;
  }
  folder = application();
  const note = (line) => (log += `${line}\n`);
  server = await createServer({
    root: folder,
    logLevel: 'info',
    server: { host: '127.0.0.1', port: 0 },
    customLogger: { info: note, warn: note, warnOnce: note, error: note, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false },
  });
  await server.listen();
  let complaints;
  ({ browser, page, complaints } = await open('about:blank'));
  page.on('load', () => loads++);
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await shows('message', 'You may not buy this.').catch(async (error) => {
    throw new Error(`${error.message}\n${await overlayText()}\n${log}\n${complaints.join('\n')}`);
  });
  await page.click('#count');
  await page.click('#count');
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('an edited message takes the place of the old one, and the page keeps its state', options, async () => {
  edit('en.json', 'You may not buy this.', 'This is not for sale.');
  await shows('message', 'This is not for sale.');
  assert.equal(await counts(), '2');
  edit('en.json', 'Only # items fit.', 'No more than # items fit.');
  await shows('limit', 'No more than 3 items fit.');
  assert.equal(await counts(), '2');
});

test('a locale that was loaded is replaced, too', options, async () => {
  await page.click('#french');
  await shows('limit', '3 articles au plus.');
  edit('fr.json', 'other{# articles au plus.}', 'other{# articles, pas plus.}');
  await shows('limit', '3 articles, pas plus.');
  assert.equal(await counts(), '2');
});

test('what does not compile is in the overlay with file, line, column and frame, and the last good texts stay', options, async () => {
  edit('fr.json', '{max, plural, one{# article au plus.}', '{mux, plural, one{# article au plus.}');
  await page.waitForSelector('vite-error-overlay', { state: 'attached' });
  const text = await overlayText();
  assert.match(text, /locales\/fr\.json:6:22: error: \{mux\} is not declared in codes\.json/);
  assert.match(text, /6 \|.*"too-many-items": "\{mux, plural/);
  assert.match(text, /\n *\|  {2} *\^/);
  assert.match(log, /locales\/fr\.json:6:22: error: \{mux\} is not declared/);
  assert.equal(await page.textContent('#limit'), '3 articles, pas plus.');
  assert.equal(await counts(), '2');
});

test('when it is mended the overlay goes, and the page goes on', options, async () => {
  edit('fr.json', '{mux, plural, one{# article au plus.}', '{max, plural, one{# article au plus.}');
  await page.waitForSelector('vite-error-overlay', { state: 'detached' });
  edit('fr.json', 'Vous ne pouvez pas acheter ceci.', 'Ceci n’est pas à vendre.');
  await shows('message', 'Ceci n’est pas à vendre.');
  assert.equal(await counts(), '2');
});

test('a file that is new, and one that is gone', options, async () => {
  writeFileSync(file('de.json'), readFileSync(file('en.json'), 'utf8').replace('"$locale": "en"', '"$locale": "de"'));
  await shows('locales', 'de en fr');
  rmSync(file('de.json'));
  await shows('locales', 'en fr');
  renameSync(file('fr.json'), join(folder, 'fr.json'));
  await shows('message', 'This is not for sale.');
  await shows('locales', 'en');
  renameSync(join(folder, 'fr.json'), file('fr.json'));
  await shows('locales', 'en fr');
  assert.equal(await counts(), '2');
  assert.equal(loads, 1, 'the page was never loaded again');
});
