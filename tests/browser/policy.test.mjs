// The packed package under a content security policy, in Chromium and Firefox: all of it where WebAssembly is allowed, the
// plain JavaScript where only scripts are, and a clear refusal of the rest there. Violations are collected twice, in the
// page and as the browser's reports to the server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { load } from '../wasm/package.mjs';
import { countOf, vectorSet } from '../wasm/vector-set.mjs';
import { browsers } from './browsers.mjs';
import { openSite } from './site.mjs';

const { message } = await load('codeglot');
const text = message(102, 'zh-Hans');
const count = countOf(vectorSet());

/** The reports against a page, which come after what they are of; waits until there is one. */
async function reportsOf(site, path) {
  const found = () => site.reports.filter((report) => report.includes(path));
  for (const started = Date.now(); !found().length && Date.now() - started < 10_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return found();
}

for (const { name, options, launch } of browsers) {
  describe(name, options, () => {
    let site;
    let browser;
    /** Does tasks of site/tasks.js in a fresh page, one after the other. */
    async function run(path, ...tasks) {
      const page = await browser.newPage();
      await page.goto(site.url + path);
      const answers = [];
      for (const task of tasks) {
        answers.push(await page.evaluate((given) => globalThis.runTask(...given), task));
      }
      await page.close();
      return answers;
    }

    before(async () => {
      site = await openSite();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test("every entry runs under script-src 'self' 'wasm-unsafe-eval'", async () => {
      const answers = await run('/wasm.html?entries', ['message', 102, 'zh-Hans'], ['engineMessage'], ['formatsMessage'], ['icuMessage']);
      assert.deepEqual(answers, [text, text, text, '1.234,5'].map((value) => ({ value, violations: [] })));
    });

    test("every vector passes on the plain JavaScript under script-src 'self'", async (context) => {
      const [{ value, error, violations }] = await run('/script.html?vectors', ['scriptVectors']);
      assert.equal(error, undefined);
      context.diagnostic(`vectors: ${value.passed} passed, ${value.failures.length} failed`);
      assert.deepEqual(value.failures.slice(0, 20), []);
      assert.equal(value.passed, count);
      assert.deepEqual(violations, []);
    });

    test("WebAssembly under script-src 'self' is refused, and the error names the policy", async (context) => {
      const answers = await run('/script.html?wasm', ['message', 102, 'zh-Hans'], ['engineMessage'], ['formatsMessage'], ['icuMessage']);
      context.diagnostic(answers[0].error);
      for (const { value, error } of answers) {
        assert.equal(value, undefined);
        assert.match(error, /CompileError.*(?:Content Security Policy|CSP)/s);
      }
      assert.ok(answers.at(-1).violations.length > 0, 'the page sees that something was refused');
      const reports = await reportsOf(site, '/script.html?wasm');
      assert.ok(reports.length > 0 && reports.every((report) => report.includes('script-src')), reports.join('\n'));
    });

    test('a page that makes code of text is seen, so that the silence of the others means something', async () => {
      const [{ error, violations }] = await run('/wasm.html?text', ['evaluate']);
      assert.match(error, /EvalError|CSP/);
      assert.deepEqual(violations, ['script-src eval']);
      assert.ok((await reportsOf(site, '/wasm.html?text')).length > 0);
      assert.deepEqual(site.reports.filter((report) => /html\?(?:entries|vectors)/.test(report)), []);
    });
  });
}
