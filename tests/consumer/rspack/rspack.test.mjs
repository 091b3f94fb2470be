// The project as Rspack builds it, for production and for development, in Chromium and in Node.
import { join } from 'node:path';
import { test } from 'node:test';
import { addData, checkOwnPage, checkPage, checkService, options, run, serve } from '../../../tests/consumer/bundled.mjs';

const folder = import.meta.dirname;

/** Takes away that the ICU engine is a large file, as it is: Rspack cannot know that it is fetched only when it is asked for. */
const withoutSize = (output) =>
  output.replace(/WARNING in ⚠ asset size limit: .*\n.*Assets:\n.*\b\w+\.wasm \([\d.]+ KiB\)\n\n(Rspack compiled) with 1 warning/, '$1');

const modes = [
  { mode: 'production', script: 'build' },
  { mode: 'development', script: 'build:development', limitBytes: 20_000 },
];
for (const { mode, script, limitBytes } of modes) {
  test(`rspack, ${mode}`, async (t) => {
    run(folder, script, { known: withoutSize });
    addData(join(folder, 'public'));
    const server = await serve(join(folder, 'public'));
    t.after(server.close);
    await t.test('the page', options, () => checkPage(server.url));
    await t.test('codeglot/engine alone', options, () => checkOwnPage(`${server.url}/own.html`, `rspack, ${mode}`, { limitBytes }));
    await t.test('the service in Node', () => checkService(folder, 'dist-server/server.js'));
  });
}
