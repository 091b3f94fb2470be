// Gives the tests the package as npm delivers it: packed, installed into build/package/consumer, imported by its names.
// Run wasm/scripts/install-packed.mjs first (npm test does).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Imports a module of the package's sources, which its files have bundled. */
export async function loadInternal(name) {
  const outfile = join(projectFolder, `build/package/internal/${name}.mjs`);
  const { build } = createRequire(join(projectFolder, 'wasm/package.json'))('esbuild');
  await build({ entryPoints: [join(projectFolder, `wasm/src/${name}.ts`)], bundle: true, format: 'esm', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile));
}

/** The native command, which compiles catalogs and knows what ICU says. */
export const nativeCommand = process.env.CODEGLOT_COMMAND || join(projectFolder, 'build/release/bin/codeglot');

/** The packs of an authoring folder, as the native command compiles them now, in the order of their tags. */
export function compile(authored) {
  const folder = mkdtempSync(join(projectFolder, 'build/package/compiled-'));
  try {
    execFileSync(nativeCommand, ['compile', join(projectFolder, authored), '--output', folder], { stdio: 'pipe' });
    const tags = readdirSync(folder).flatMap((name) => (name.endsWith('.cgpk') ? [name.slice(0, -'.cgpk'.length)] : [])).sort();
    return tags.map((tag) => readFileSync(join(folder, `${tag}.cgpk`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const read = (path) => readFileSync(join(projectFolder, path), 'utf8');

export const packsFolder = process.env.CODEGLOT_PACKS || join(projectFolder, 'build/release/share/codeglot/packs');

/** The bytes of the pack of a locale, as the compiler wrote them. */
export const packBytes = (tag) => new Uint8Array(readFileSync(join(packsFolder, `${tag}.cgpk`)));

/** What the compiler says of all packs. */
export const packManifest = () => JSON.parse(readFileSync(join(packsFolder, 'manifest.json'), 'utf8'));
