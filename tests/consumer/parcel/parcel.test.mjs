// The project as Parcel builds it, in Chromium. Parcel does not read "exports" of package.json, unless it is told to.
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addData, checkOwnPage, checkPage, options, run, serve } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;
let server;

before(async () => {
  run(folder, 'build', { args: ['--no-cache'] });
  addData(join(folder, 'dist'));
  server = await serve(join(folder, 'dist'));
});
after(() => server.close());

test('parcel: the page', options, () => checkPage(`${server.url}/index.html`));
test('parcel: codeglot/engine alone', options, () => checkOwnPage(`${server.url}/own.html`, 'parcel'));
