// The package in Deno, without any permission: the example, CommonJS, and every vector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, hello, run, runtime, vectorsFor } from '../../../tests/consumer/runtime.mjs';

const folder = folderOf(import.meta.url);
const { program, options } = runtime('Deno', 'deno/deno', '@deno/*/deno');

/** A run that may read no file, open no connection and see no variable; a question for a permission fails. */
const deno = (file, settings) => run(program, ['run', '--no-prompt', '--no-remote', '--cached-only', file], { folder, ...settings });

test('Deno: a module imports the package, without a permission', options, (context) => {
  context.diagnostic(run(program, ['--version']).split('\n')[0]);
  assert.equal(deno('hello.mjs'), hello);
});

test('Deno: every vector passes, without a permission', options, (context) => {
  const { input, check } = vectorsFor(context);
  check(deno('../node/run-vectors.mjs', { input }), 2);
});
