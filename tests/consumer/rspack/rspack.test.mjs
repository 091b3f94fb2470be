// The project as Rspack builds it, for production and for development, in Chromium and in Node.
import { join } from 'node:path';
import { test } from 'node:test';
import { addData, checkOwnPage, checkPage, checkService, options, run, serve } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;

/** Takes away that the ICU engine is large, which it is: Rspack cannot see that it is fetched only when it is asked for. */
const withoutSize = (output) =>
  output.replace(/WARNING in asset size limit: .*\n.*\nAssets: \n {2}\w+\.wasm \(955 KiB\)\n\n(rspack .* compiled) with 1 warning/, '$1');

for (const mode of ['production', 'development']) {
  test(mode, options, async (t) => {
    run(folder, mode === 'production' ? 'build' : 'build:development', withoutSize);
    addData(join(folder, 'public'));
    const server = await serve(join(folder, 'public'));
    t.after(server.close);
    await t.test('the page', () => checkPage(server.url));
    await t.test('codeglot/engine alone', () => checkOwnPage(`${server.url}/own.html`, `rspack, ${mode}`));
    await t.test('the service in Node', () => checkService(folder, 'dist-server/server.js'));
  });
}
