// What the tests of the bundlers' projects share: running a tool and listening to it, a server on the loopback interface,
// and what a project's pages and service must do. On failure: an assertion that shows what the tool printed.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { open } from '../browser/chromium.mjs';
import { fileOf, nativeCommand } from '../wasm/package.mjs';

export { options } from '../browser/chromium.mjs';
export { serve } from '../browser/serve.mjs';

const { FORCE_COLOR, NODE_OPTIONS, ...inherited } = process.env;
/** Nobody is asked for anything beyond this machine, and no list of browsers is called old as time goes by. */
const env = {
  ...inherited,
  NO_COLOR: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  BROWSERSLIST_IGNORE_OLD_DATA: 'true',
  BASELINE_BROWSER_MAPPING_IGNORE_OLD_DATA: 'true',
};

export const texts = {
  en: 'You can add at most 8 family members.',
  de: 'Sie können höchstens 8 Familienmitglieder hinzufügen.',
  fr: 'Vous pouvez ajouter au maximum 8 membres de la famille.',
};
/** The number groups with U+202F. */
export const frenchParts = ['Vous pouvez ajouter au maximum ', '1\u202f234', ' membres de la famille.'];
export const pattern = '{n, plural, one{# Datei} other{# Dateien}} bis {d, date, long}';
export const previewed = '1.234,5 Dateien bis 23. November 2021';

/** Words that only a pack has, in any way to write them in JavaScript. */
const packWords = { en: 'this account does not exist', 'zh-Hans': '用户帐号不存在', de: 'Familienmitglieder', fr: 'membres de la famille' };
const unescaped = (script) => script.replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
/** The locales whose packs are in scripts. */
export const packsIn = (scripts) => Object.keys(packWords).filter((tag) => scripts.some((script) => unescaped(script).includes(packWords[tag])));

/**
 * Runs a script of the project's package.json with more arguments, and returns what it prints. That may hold no warning but
 * those that `known` takes away.
 */
export function run(folder, script, { args = [], known = (output) => output } = {}) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script, '--', ...args], { cwd: folder, env, encoding: 'utf8' });
  const output = stdout + stderr;
  assert.equal(status, 0, `npm run ${script} failed:\n${output}`);
  assertQuiet(known(output));
  return output;
}

/** No warning, in the way of any of the tools. That of Vite's dev server on source maps of packages has no mark. */
export function assertQuiet(output) {
  assert.doesNotMatch(output, /warn|\(!\)|⚠|deprecat|\berror\b|sourcemap|missing source/i);
}

/** Puts what pages fetch themselves where a server finds it: data of CLDR, and the ICU engine where it is asked for by name. */
export function addData(folder, { engine = false } = {}) {
  execFileSync(nativeCommand, ['data', '--locale', 'de', '--features', 'dates', '--output', join(folder, 'data')]);
  if (engine) {
    cpSync(fileOf('codeglot/codeglot-icu.wasm'), join(folder, 'data/codeglot-icu.wasm'));
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/**
 * Starts a server of the project with `node <program> <args>`, where `args` are given the port, and waits until it has printed
 * `ready`. `output()` is what it has printed so far; `stop()` ends it and all that it started.
 */
export async function start(folder, program, args, ready) {
  const port = await freePort();
  const child = spawn(process.execPath, [program, ...args(port)], { cwd: folder, env: { ...env, PORT: port }, detached: true });
  let output = '';
  let ended = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  child.on('exit', () => (ended = true));
  const stop = async () => {
    if (!ended) {
      process.kill(-child.pid);
      await new Promise((resolve) => child.on('exit', resolve));
    }
  };
  for (let waited = 0; !ready.test(output); waited += 50) {
    if (ended || waited > 60_000) {
      await stop();
      assert.fail(`${program} did not start:\n${output}`);
    }
    await pause(50);
  }
  return { url: `http://127.0.0.1:${port}`, output: () => output, stop };
}

/** A page that keeps what it fetches: `scripts()` are the texts of the scripts so far, `names()` the paths of all. */
export async function visit(url) {
  const { browser, page, complaints } = await open('about:blank');
  page.on('console', (message) => message.type() === 'warning' && complaints.push(message.text()));
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url);
  const names = () => responses.map((response) => new URL(response.url()).pathname);
  const scripts = () =>
    Promise.all(responses.filter((response) => /javascript/.test(response.headers()['content-type'])).map((response) => response.text()));
  const see = async (selector, text) => {
    try {
      await page.waitForFunction(([selector, text]) => document.querySelector(selector)?.textContent === text, [selector, text], { timeout: 20_000 });
    } catch {
      assert.equal(await page.textContent(selector), text, `${selector}; the page complains: ${complaints.join('\n')}`);
    }
  };
  return { page, names, scripts, see, complaints, close: () => browser.close() };
}

/** Asks a page for a preview of a pattern. The engine and its data may be fetched now, and not before. */
export async function checkPreview({ page, names, see }) {
  const late = () => names().filter((name) => /\.(wasm|cgdata)$/.test(name)).map((name) => name.split('.').pop()).sort();
  assert.deepEqual(late(), [], 'nothing of ICU before it is asked for');
  await page.fill('#pattern', pattern);
  await page.click('button');
  await see('#preview', previewed);
  assert.deepEqual(late(), ['cgdata', 'cgdata', 'wasm']);
}

/** Uses the page of a project: src/main.js with what it imports. */
export async function checkPage(url) {
  const visited = await visit(url);
  const { page, scripts, see, complaints } = visited;
  try {
    await see('#message', texts.en);
    await see('h1', 'Sign-in failed: this account does not exist.');
    await see('#emphasized', frenchParts.join(''));
    await see('#emphasized b', frenchParts[1]);
    assert.deepEqual(packsIn(await scripts()), ['en', 'zh-Hans', 'fr'], 'what is built in, and what is imported at once');
    await page.selectOption('select', 'de');
    await see('#message', texts.de);
    assert.ok(packsIn(await scripts()).includes('de'));
    await page.selectOption('select', 'ar');
    await page.waitForFunction(() => document.querySelector('#message').dir === 'rtl');
    await checkPreview(visited);
    assert.deepEqual(complaints, []);
  } finally {
    await visited.close();
  }
}

/** What a page may fetch for `codeglot/engine`, its own lines and the bundler's, minified: formats or a second copy would not fit. */
const maxEngineBytes = 11_000;

/**
 * Uses a page that imports `codeglot/engine` alone: no built-in pack is in any of its scripts. Prints the size of
 * these but for its own pack, and but for those that `others` has: a framework's.
 */
export async function checkOwnPage(url, name, { others = [], limitBytes = maxEngineBytes } = {}) {
  const visited = await visit(url);
  try {
    await visited.see('#message', texts.fr);
    const all = await visited.scripts();
    assert.deepEqual(packsIn(all), ['fr']);
    const engine = all.filter((script) => packsIn([script]).length === 0);
    assert.equal(engine.length, all.length - 1, 'the pack is a file of its own');
    const sizes = engine.filter((script) => !others.includes(script)).map((script) => brotliCompressSync(script).length);
    const sizeBytes = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`| ${name.padEnd(22)} | ${String(sizeBytes).padStart(6)} B brotli | ${sizes.length} scripts: codeglot/engine and a page of 8 lines`);
    assert.ok(sizeBytes <= limitBytes, `${sizeBytes} B, but at most ${limitBytes} B are expected`);
    assert.deepEqual(visited.complaints, []);
  } finally {
    await visited.close();
  }
}

/** Asks the service of a project, which is src/server.js bundled to `program`. */
export async function checkService(folder, program) {
  const service = await start(folder, program, () => [], /^ready$/m);
  try {
    const get = async (path) => (await fetch(service.url + path)).text();
    assert.equal(await get('/135'), texts.en);
    assert.equal(await get('/135?locale=de'), texts.de);
    assert.equal(await get(`/preview?pattern=${encodeURIComponent('{name} {name, select, Ada {writes} other {reads}}')}&name=Ada`), 'Ada writes');
    assert.equal(service.output(), 'ready\n');
  } finally {
    await service.stop();
  }
}
