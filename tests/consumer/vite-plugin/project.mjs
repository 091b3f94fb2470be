// Gives the tests a project that has installed the packed packages, and a copy of the application in a folder of its own,
// so that tests may edit it. Runs in build/consumer, where tests/consumer/install.mjs has put it.
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
export const projectFolder = join(here, '../../..');
const modules = join(here, '../node_modules');

// What compiles is @codeglot/cli, as where nobody has chosen another command.
delete process.env.CODEGLOT_COMMAND;

/** A copy of the application, in a folder whose name has a space and letters that are not ASCII. */
export function application() {
  mkdirSync(join(projectFolder, 'build/vite-plugin'), { recursive: true });
  const folder = join(mkdtempSync(join(projectFolder, 'build/vite-plugin/')), 'shop & café');
  cpSync(join(here, 'app'), folder, { recursive: true, filter: (path) => !/codeglot\.d\.ts$|dist$/.test(path) });
  symlinkSync(modules, join(folder, 'node_modules'));
  return folder;
}

/** Imports a file of the plugin that it does not export. */
export const loadSource = (name) => import(new URL(`../node_modules/@codeglot/vite/src/${name}.mjs`, import.meta.url));

/** Waits until something holds; fails after twenty seconds. */
export async function until(holds) {
  for (const end = Date.now() + 20000; !holds(); ) {
    if (Date.now() > end) {
      throw new Error(`not within 20 s: ${holds}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
