// Gives the tests the package as npm delivers it: packed, installed into build/package/consumer, imported by its names.
// Run wasm/scripts/install-packed.mjs first (npm test does).
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
export const consumer = join(projectFolder, 'build/package/consumer');
if (!existsSync(join(consumer, 'node_modules/codeglot'))) {
  throw new Error('The package is not installed: run `npm test` in wasm/, or node wasm/scripts/install-packed.mjs');
}
const { resolve } = createRequire(join(consumer, 'package.json'));

/** Imports an entry of the package. */
export const load = (specifier) => import(pathToFileURL(resolve(specifier)));

/** The file behind an entry of the package, and the folder of its modules. */
export const fileOf = (specifier) => resolve(specifier);
export const distFolder = dirname(resolve('codeglot'));

/** Imports a module that the package does not export. */
export const loadInternal = (name) => import(pathToFileURL(join(distFolder, name)));

/** The native command, which compiles catalogs and knows what ICU says. */
export const nativeCommand = process.env.CODEGLOT_COMMAND || join(projectFolder, 'build/release/bin/codeglot');

export const read = (path) => readFileSync(join(projectFolder, path), 'utf8');

/** The folder of packs, as the compiler wrote them, and the bytes of one. */
export const packsFolder = process.env.CODEGLOT_PACKS || join(projectFolder, 'build/release/share/codeglot/packs');
export const packBytes = (tag) => new Uint8Array(readFileSync(join(packsFolder, `${tag}.cgpk`)));
