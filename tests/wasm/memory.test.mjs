// Memory that stays flat in Node, on WebAssembly and on plain JavaScript: 10,000,000 calls, 10,000 lives of catalogs, and
// catalogs that nobody disposes of. Each test prints what it measured.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { callMessages, cycleCatalogs, endings, watchInstances } from './memory-load.mjs';
import { load, packBytes } from './package.mjs';

setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const instances = watchInstances();
const packs = ['en', 'zh-Hans', 'ar', 'ja'].map(packBytes);
const slackBytes = 1_000_000;
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

/** What is in use when all that can be collected has been: JavaScript's heap, and the buffers of both kinds of memory. */
async function measure() {
  for (let round = 0; round < 4; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heapBytes: heapUsed, bufferBytes: arrayBuffers, instanceBytes: instances.measure().bytes };
}

/** Runs a load in two halves after a first bit that warms up, prints the figures, and wants the last half to have cost nothing. */
async function assertFlat(context, name, run, count) {
  await run(count / 10);
  const figures = [await measure()];
  const started = performance.now();
  for (let half = 0; half < 2; half++) {
    await run(count / 2);
    figures.push(await measure());
  }
  const [, middle, end] = figures;
  for (const part of ['heapBytes', 'bufferBytes', 'instanceBytes']) {
    context.diagnostic(`${name}: ${part.replace('Bytes', '')} ${figures.map((one) => megabytes(one[part])).join(', ')} MB at start, middle, end`);
    assert.ok(Math.abs(end[part] - middle[part]) < slackBytes, `${part} of ${name}`);
  }
  context.diagnostic(`${name}: ${count} in ${Math.round(performance.now() - started)} ms`);
  return figures;
}

for (const { build, calls, cycles } of [
  { build: 'codeglot/engine', calls: 10_000_000, cycles: 10_000 },
  { build: 'codeglot/formats', calls: 1_000_000, cycles: 1000 },
  { build: 'codeglot/js/engine', calls: 1_000_000, cycles: 1000 },
]) {
  test(`${build}: calls leave nothing behind`, async (context) => {
    const { createCatalog } = await load(build);
    const catalog = createCatalog({ packs });
    const [start, , end] = await assertFlat(context, `${build}, calls`, (count) => callMessages(catalog, count), calls);
    assert.equal(end.instanceBytes, start.instanceBytes, 'memory has not grown by a page');
    assert.equal(catalog.locales.length, packs.length, 'the catalog has lived till now');
  });

  for (const ending of Object.keys(endings)) {
    test(`${build}: a catalog that is ${ending} leaves nothing behind`, async (context) => {
      const { createCatalog } = await load(build);
      await assertFlat(context, `${build}, ${ending}`, (count) => cycleCatalogs(createCatalog, packs, count, ending), cycles);
    });
  }
}

test('instances were watched, and the host has collected them', async () => {
  await measure();
  const { made, count } = instances.measure();
  assert.ok(made > 30_000, `${made} were made`);
  assert.ok(count < 10, `${count} are there`);
});

test('a pack that replaces one takes room of its own until the catalog goes, and no more than that', async (context) => {
  const { createCatalog } = await load('codeglot/engine');
  const [english] = packs;
  const before = (await measure()).instanceBytes;
  let catalog = createCatalog({ packs: [english] });
  const text = catalog.message(135, 'en', { max: 12 });
  const replacements = 10_000;
  for (let count = 0; count < replacements; count++) {
    catalog.add(english);
  }
  assert.equal(catalog.message(135, 'en', { max: 12 }), text);
  assert.deepEqual(catalog.locales, ['en']);
  const grownBytes = (await measure()).instanceBytes - before;
  context.diagnostic(`${replacements} replacements of ${english.length} B: ${megabytes(grownBytes)} MB`);
  assert.ok(grownBytes < (replacements + 1) * (english.length + 8) + 4 * 65536 + slackBytes);
  catalog.dispose();
  catalog = undefined;
  assert.equal((await measure()).instanceBytes, before);
});

test('after dispose() every call throws, and disposing again does not', async () => {
  const { createCatalog } = await load('codeglot/engine');
  const catalog = createCatalog({ packs });
  catalog[Symbol.dispose]();
  assert.throws(() => catalog.message(102, 'en'), /disposed/);
  assert.throws(() => catalog.add(packs[0]), /disposed/);
  catalog.dispose();
});
