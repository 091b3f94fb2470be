// The package in Bun: the example, CommonJS, a bundle of Bun's own, and every vector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, hello, run, runtime, vectorsFor } from '../../../tests/consumer/runtime.mjs';

const folder = folderOf(import.meta.url);
const { program, options } = runtime('Bun', 'bun/bin/bun.exe', '@oven/*/bin/bun');

test('Bun: a module imports the package, and CommonJS requires it', options, (context) => {
  context.diagnostic(`Bun ${run(program, ['--version']).trim()}`);
  assert.equal(run(program, ['hello.mjs'], { folder }), hello);
  assert.equal(run(program, ['../node/hello.cjs'], { folder }), hello);
});

test('Bun: its bundle runs without node_modules', options, () => {
  run(program, ['build', 'hello.mjs', '--target=bun', '--outdir=bundle', '--splitting'], { folder });
  assert.equal(run(program, ['bundle/hello.js'], { folder }), hello);
});

test('Bun: every vector passes', options, (context) => {
  const { input, check } = vectorsFor(context);
  check(run(program, ['../node/run-vectors.mjs'], { folder, input }), 2);
});
