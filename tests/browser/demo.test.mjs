// The demo page in real headless Chromium: the packed package, served as plain files, answers as a reader would see it,
// and every shared vector passes in the page. Needs wasm/scripts/install-packed.mjs to have run.
// Where there is no Chromium, the tests are not run, and say so; they never pass.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { compile, distFolder, load, projectFolder } from '../wasm/package.mjs';
import { executablePath, open, options } from './chromium.mjs';
import { serve } from './serve.mjs';

const folder = join(projectFolder, 'build/browser-test');
const regional = ['en-GB', 'es-419', 'fr-CA', 'pt-PT', 'zh-Hant-HK'];
let server;
let browser;
let page;
let complaints;

before(async () => {
  if (!executablePath) {
    return;
  }
  execFileSync(process.execPath, [join(projectFolder, 'web-demo/build.mjs'), distFolder]);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(projectFolder, 'build/web-demo'), folder, { recursive: true });
  copyFileSync(join(projectFolder, 'tests/wasm/vector-runner.mjs'), join(folder, 'vector-runner.js'));
  server = await serve(folder);
  ({ browser, page, complaints } = await open(`${server.url}/index.html`));
  await page.waitForSelector('html[data-ready]');
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('a code, a locale and an argument give the message', options, async () => {
  await page.fill('#code', '135');
  await page.fill('#locale', 'en');
  await page.fill('#arguments input[name=max]', '12');
  assert.match(await page.textContent('#answer'), /12/);
  await page.fill('#arguments input[name=max]', '');
  assert.match(await page.textContent('#answer'), /8/, 'without an argument the default stands in');
});

test('right-to-left text is shown right to left', options, async () => {
  await page.fill('#locale', 'ar');
  assert.equal(await page.getAttribute('#answer', 'dir'), 'rtl');
  assert.equal(await page.getAttribute('#answer', 'lang'), 'ar');
});

test('one code is shown in all locales', options, async () => {
  await page.fill('#code', '102');
  const rows = await page.$$eval('#all tr', (all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const { locales } = await load('codeglot');
  assert.deepEqual(rows.map(([tag]) => tag), locales);
  assert.equal(new Map(rows).get('zh-Hans'), '用户帐号不存在(登录)');
  // Regional locales may share a text with their parents, others may not.
  const whole = rows.filter(([tag]) => !regional.includes(tag));
  assert.equal(new Set(whole.map(([, text]) => text)).size, whole.length);
});

test('an unknown code is named, not hidden', options, async () => {
  await page.fill('#locale', 'en');
  await page.fill('#code', '999');
  assert.equal(await page.textContent('#answer'), 'Unknown code 999');
});

test('HTTP status 403 does not become return code 403', options, async () => {
  await page.fill('#status', '403');
  await page.fill('#body', '{"code": 403}');
  const refused = await page.textContent('#response-answer');
  await page.fill('#code', '3');
  assert.equal(await page.textContent('#answer'), refused);
});

test('the page works with the network cut', options, async () => {
  await page.context().setOffline(true);
  await page.fill('#code', '134');
  await page.fill('#locale', 'ru');
  await page.fill('#arguments input[name=seconds]', '21');
  assert.match(await page.textContent('#answer'), /21/);
  await page.context().setOffline(false);
});

test('every vector passes in the page', options, async (context) => {
  const vectors = join(projectFolder, 'tests/vectors');
  const files = readdirSync(vectors).filter((name) => name.endsWith('.json')).sort();
  const cases = files.flatMap((name) => JSON.parse(readFileSync(join(vectors, name), 'utf8')).cases);
  const problems = JSON.parse(readFileSync(join(vectors, 'problems/vectors.json'), 'utf8')).cases;
  const problemPacks = compile('tests/vectors/problems/catalog').map((pack) => [...pack]);
  const results = await page.evaluate(async ([all, ownCases, ownPacks]) => {
    const { runVectors } = await import('/vector-runner.js');
    const { createCatalog } = await import('/codeglot/engine.js');
    const { locales } = await import('/codeglot/index.js');
    const packs = await Promise.all(locales.map(async (tag) => (await import(`/codeglot/locales/${tag}.js`)).default));
    const own = createCatalog({ packs: ownPacks.map((bytes) => new Uint8Array(bytes)) });
    return [runVectors(createCatalog({ packs }), all), runVectors(own, ownCases)];
  }, [cases, problems, problemPacks]);
  const failures = results.flatMap((result) => result.failures);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  context.diagnostic(`vectors: ${passed} passed, ${failures.length} failed`);
  assert.deepEqual(failures.slice(0, 20), []);
  assert.equal(passed, cases.length + problems.length);
});

test('the page has broken no rule of its content security policy', options, () => {
  assert.deepEqual(complaints, []);
});
