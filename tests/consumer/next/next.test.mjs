// The project as Next builds it with Turbopack and with webpack, and in its dev server: server component, client component,
// routes in Node and at the edge. There is no next.config.js.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { addData, assertQuiet, checkOwnPage, checkPreview, frenchParts, options, run, start, texts, visit } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;
const program = join(folder, '../node_modules/next/dist/bin/next');
const server = (command, ...more) => start(folder, program, (port) => [command, '-H', '127.0.0.1', '-p', port, ...more], /Ready in/);

/** Takes away what Next says of every project that has an edge route, and of the first build where CI is set. */
const withoutKnown = (output) =>
  output
    .replace(/.*No build cache found\..*/g, '')
    .replace(/.*The Edge Runtime is deprecated\..*/g, '')
    .replace(/.*Using edge runtime on a page currently disables static generation.*/g, '');

const element = (id, html) => new RegExp(`<p [^>]*\\bid="${id}"[^>]*>([^<]*)</p>`).exec(html)?.[1];

/** What the server writes is what the reader sees after hydration, which React would complain of otherwise. */
async function checkPage(url) {
  const html = await (await fetch(url)).text();
  assert.equal(element('server', html), texts.en);
  assert.equal(element('client', html), texts.en);
  assert.equal(element('server', await (await fetch(`${url}/?locale=de`)).text()), texts.de);
  const visited = await visit(url);
  const { page, see, complaints } = visited;
  try {
    await see('#server', texts.en);
    await see('#client', texts.en);
    await page.selectOption('select', 'de');
    await see('#client', texts.de);
    await checkPreview(visited);
    assert.deepEqual(complaints, []);
  } finally {
    await visited.close();
  }
}

/** A page of codeglot/react. */
async function checkReact(url) {
  assert.equal(element('client', await (await fetch(url)).text()), texts.en);
  const { page, see, complaints, close } = await visit(url);
  try {
    await see('#client', texts.en);
    await page.selectOption('select', 'de');
    await see('#client', texts.de);
    assert.equal(await page.getAttribute('#client', 'lang'), 'de');
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

async function checkRoutes(url) {
  const edge = await (await fetch(`${url}/api/edge?locale=de`)).json();
  assert.equal(edge.text, texts.de);
  assert.deepEqual(edge.parts.map(({ value }) => value), frenchParts);
  const node = await (await fetch(`${url}/api/node?locale=de`)).json();
  assert.deepEqual(node, { text: texts.de, french: texts.fr });
}

async function checkIcu(address) {
  const query = new URLSearchParams({ name: 'Ada', pattern: '{name} {name, select, Ada {writes} other {reads}}' });
  assert.equal(await (await fetch(`${address}?${query}`)).text(), 'Ada writes');
}

/** The scripts of a page without any of ours. */
async function frameworkScripts(url) {
  const visited = await visit(`${url}/none`);
  try {
    return await visited.scripts();
  } finally {
    await visited.close();
  }
}

before(() => addData(join(folder, 'public'), { engine: true }));

const notBeside = { skip: 'not run: with webpack, Next gives code of the server an address for browsers; app/api/preview-file is what works' };
const bundlers = [
  { bundler: 'Turbopack', script: 'build', icuOptions: {} },
  { bundler: 'webpack', script: 'build:webpack', icuOptions: notBeside },
];
for (const { bundler, script, icuOptions } of bundlers) {
  test(`next, ${bundler}`, async (t) => {
    run(folder, script, { known: withoutKnown });
    const { url, output, stop } = await server('start');
    t.after(stop);
    await t.test('server and client component', options, () => checkPage(url));
    await t.test('codeglot/react', options, () => checkReact(`${url}/react`));
    await t.test('routes', () => checkRoutes(url));
    await t.test('ICU in Node, beside its module', icuOptions, () => checkIcu(`${url}/api/preview`));
    await t.test('ICU in Node, as a file of the project', () => checkIcu(`${url}/api/preview-file`));
    await t.test('the edge route has its WebAssembly as a file', () => {
      const names = readdirSync(join(folder, '.next/server'), { recursive: true });
      assert.equal(names.filter((name) => /^edge.*\.wasm$/.test(name)).length, 2, 'of codeglot and of codeglot/formats');
    });
    await t.test('codeglot/engine alone', options, async () => {
      await checkOwnPage(`${url}/own`, `next, ${bundler}`, { others: await frameworkScripts(url) });
    });
    assertQuiet(withoutKnown(output()));
  });
}

test('next: the dev server', options, async (t) => {
  const { url, output, stop } = await server('dev');
  t.after(stop);
  await checkPage(url);
  await checkReact(`${url}/react`);
  await checkRoutes(url);
  await checkIcu(`${url}/api/preview`);
  assertQuiet(withoutKnown(output()));
});
