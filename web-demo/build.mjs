// Puts the demo page together in build/web-demo: the page's files and the npm package's, side by side, unbundled.
// `node web-demo/build.mjs [folder of the package's dist]`
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'build', 'web-demo');
const dist = process.argv[2] ?? join(here, '..', 'wasm', 'dist');

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const file of ['index.html', 'demo.css', 'demo.js']) {
  await cp(join(here, file), join(target, file));
}
await cp(dist, join(target, 'codeglot'), { recursive: true });
console.log('build/web-demo is ready: serve the folder and open index.html');
