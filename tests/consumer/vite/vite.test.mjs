// The project in Vite's dev server, as Vite builds it, and its service as Vite builds it for Node. There is no vite.config.js.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { addData, assertQuiet, checkOwnPage, checkPage, checkService, options, run, serve, start } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;
const program = join(folder, '../node_modules/vite/bin/vite.js');
const server = () => start(folder, program, (port) => ['--host', '127.0.0.1', '--port', port, '--strictPort'], /Local:/);

/** Vite's warnings have no mark; at this level nothing else is printed. */
const build = (script) => assert.equal(run(folder, script, { args: ['--logLevel', 'warn'] }), '');

before(() => {
  // What the dev server keeps of dependencies goes by their versions.
  rmSync(join(folder, 'node_modules/.vite'), { recursive: true, force: true });
  addData(join(folder, 'public'));
});

test('vite: the page in the dev server, whose dependencies Vite bundles by itself', options, async () => {
  const dev = await server();
  try {
    await checkPage(dev.url);
    assertQuiet(dev.output());
  } finally {
    await dev.stop();
  }
});

test('vite: the page, built', options, async () => {
  build('build');
  const built = await serve(join(folder, 'dist'));
  await checkPage(built.url).finally(built.close);
});

test('vite: codeglot/engine alone', options, async () => {
  build('build:own');
  const built = await serve(join(folder, 'own/dist'));
  await checkOwnPage(built.url, 'vite').finally(built.close);
});

test('vite: the service in Node', async () => {
  build('build:server');
  await checkService(folder, 'dist-server/server.js');
});
