// The project as esbuild builds it, in Chromium and in Node.
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addData, checkOwnPage, checkPage, checkService, options, run, serve } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;
let server;

before(async () => {
  run(folder, 'build');
  addData(join(folder, 'public'), { engine: true });
  server = await serve(join(folder, 'public'));
});
after(() => server.close());

test('esbuild: the page', options, () => checkPage(server.url));
test('esbuild: codeglot/engine alone', options, () => checkOwnPage(`${server.url}/own.html`, 'esbuild'));
test('esbuild: the service in Node', () => checkService(folder, 'dist-server/server.js'));
