// Gives the tests a project that has installed the packed packages, and a copy of the application in a folder of its own,
// so that tests may edit it. Needs wasm/scripts/install-packed.mjs to have run, and `npm ci` here.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
export const projectFolder = join(here, '../../..');
const packed = join(projectFolder, 'build/package');
const modules = join(here, 'node_modules');

process.env.CODEGLOT_COMMAND ||= join(projectFolder, 'build/release/bin/codeglot');

/** Unpacks a tarball as npm would: what it holds is what is tested. */
function unpack(tarball, name) {
  const folder = join(modules, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', join(packed, tarball), '-C', folder, '--strip-components=1']);
}

/** Once for all test files of a run, which node:test starts side by side: see package.json's "pretest". */
export function install() {
  const tarballs = readdirSync(packed).filter((name) => name.endsWith('.tgz'));
  for (const [name, prefix] of [['codeglot', 'codeglot-'], ['@codeglot/vite', 'codeglot-vite-'], ['@codeglot/cli', 'codeglot-cli-']]) {
    const tarball = tarballs.find((one) => one.startsWith(prefix) && /^\d/.test(one.slice(prefix.length)));
    if (tarball) {
      unpack(tarball, name);
    } else if (name !== '@codeglot/cli') {
      throw new Error(`${name} is not packed: run node wasm/scripts/install-packed.mjs`);
    }
  }
}

/** A copy of the application, in a folder whose name has a space and letters that are not ASCII. */
export function application() {
  mkdirSync(join(projectFolder, 'build/vite-plugin'), { recursive: true });
  const folder = join(mkdtempSync(join(projectFolder, 'build/vite-plugin/')), 'shop & café');
  cpSync(join(here, 'app'), folder, { recursive: true, filter: (path) => !/codeglot\.d\.ts$|dist$/.test(path) });
  symlinkSync(modules, join(folder, 'node_modules'));
  return folder;
}

/** Imports a file of the plugin that it does not export. */
export const loadSource = (name) => import(new URL(`node_modules/@codeglot/vite/src/${name}.mjs`, import.meta.url));

/** Waits until something holds; fails after twenty seconds. */
export async function until(holds) {
  for (const end = Date.now() + 20000; !holds(); ) {
    if (Date.now() > end) {
      throw new Error(`not within 20 s: ${holds}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
