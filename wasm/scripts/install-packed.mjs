// Packs the package, and @codeglot/cli (cli/) if it is built, and installs the tarballs, offline, into a fresh project in
// ../build/package: what the tests run on is what npm would deliver. Needs a built dist/. On failure: npm's own message,
// exit status 1.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '../build/package');
const consumer = join(folder, 'consumer');

if (!existsSync(join(root, 'dist/index.js'))) {
  console.error('install-packed: there is no dist/: run `npm run build` first');
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(consumer, { recursive: true });
function npm(where, ...args) {
  try {
    return execFileSync('npm', ['--silent', ...args], { cwd: where, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } catch {
    console.error(`install-packed: npm ${args[0]} failed`);
    process.exit(1);
  }
}
const pack = (where) => npm(where, 'pack', '--pack-destination', folder).trim().split('\n').pop();
const tarballs = [pack(root)];
if (existsSync(join(root, 'cli/dist'))) {
  tarballs.push(pack(join(root, 'cli')));
} else {
  console.log('install-packed: @codeglot/cli is not built (make cli-package): it is left out');
}
writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
npm(consumer, 'install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((name) => join(folder, name)));
console.log(`Packed and installed ${tarballs.join(', ')}`);
// @codeglot/vite is only packed: tests/consumer/vite-plugin has what it depends on.
console.log(`Packed ${pack(join(root, 'vite'))}`);
