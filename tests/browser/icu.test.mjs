// The ICU engine in real headless Chromium: fetched with its data from plain files by the packed package, it prints what
// the native engine prints. Needs wasm/scripts/install-packed.mjs to have run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { distFolder, nativeCommand, projectFolder } from '../wasm/package.mjs';
import { executablePath, open, options } from './chromium.mjs';
import { serve } from './serve.mjs';

const folder = join(projectFolder, 'build/browser-icu-test');
const tags = ['en', 'ar', 'de', 'hi', 'ja', 'pl', 'zh-Hant'];
const patterns = [
  { syntax: 'mf1', pattern: '{n, number, ::currency/EUR} {n, plural, one{# file} few{# few} other{# files}} {n, spellout}' },
  { syntax: 'mf1', pattern: '{d, date, full} {d, time, ::Hmsz}' },
  { syntax: 'mf2', pattern: '.input {$n :number minimumFractionDigits=1} .match $n one {{{$n}!}} * {{{$n :percent} {#b}{$d :datetime}{/b}}}' },
];
const cases = tags.flatMap((locale) => patterns.map((pattern) => ({ ...pattern, locale, tz: 'Europe/Paris', args: { n: 1234.5, d: { date: 1637685775123 } } })));
let server;
let browser;
let page;
let complaints;

before(async () => {
  if (!executablePath) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  cpSync(distFolder, join(folder, 'dist'), { recursive: true });
  execFileSync(nativeCommand, ['data', '--features', 'all', '--output', join(folder, 'data'), ...tags.flatMap((tag) => ['--locale', tag])]);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Codeglot</title><link rel="icon" href="data:,">');
  server = await serve(folder);
  ({ browser, page, complaints } = await open(`${server.url}/index.html`));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('the page loads the engine and data by URL, and prints what the native engine prints', options, async () => {
  const lines = cases.map((one, id) => `${JSON.stringify({ id, ...one })}\n`);
  const native = execFileSync(nativeCommand, ['format', '--jsonl', '--engine', 'icu'], { input: lines.join(''), encoding: 'utf8' });
  const expected = native.trim().split('\n').map((line) => JSON.parse(line).out);
  const found = await page.evaluate(async ([cases, tags]) => {
    const { loadIcu } = await import('/dist/icu.js');
    const data = ['root', ...tags].map((tag) => new URL(`/data/${tag}.cgdata`, location.href));
    const icu = await loadIcu({ data });
    const texts = cases.map(({ syntax, pattern, locale, tz, args }) => icu.format(pattern, locale, args, { syntax, timeZone: tz }));
    icu.dispose();
    return texts;
  }, [cases, tags]);
  assert.deepEqual(found, expected);
  assert.equal(new Set(found).size, cases.length, 'each line differs from the others');
  assert.deepEqual(complaints, []);
});

test('a file that is not there is said to be, and nothing is loaded', options, async () => {
  const message = await page.evaluate(async () => {
    const { loadIcu } = await import('/dist/icu.js');
    return loadIcu({ data: [new URL('/data/none.cgdata', location.href)] }).then(() => 'loaded', (error) => error.message);
  });
  assert.match(message, /404/);
  assert.match(message, /none\.cgdata/);
});
