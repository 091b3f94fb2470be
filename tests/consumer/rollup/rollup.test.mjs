// The project as Rollup builds it, in Chromium and in Node.
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

test('rollup: the page', options, () => checkPage(server.url));
test('rollup: codeglot/engine alone', options, () => checkOwnPage(`${server.url}/own.html`, 'rollup'));
test('rollup: the service in Node', () => checkService(folder, 'dist-server/server.js'));
