// Prints the sizes that the design budgets: what a browser downloads, minified by esbuild, compressed by brotli 11.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The entries whose sizes have limits. */
export const entries = ['engine', 'formats', 'client', 'react', 'vue'];

/** Brotli bytes of one entry and all that it imports at once, but for the frameworks, which the application has. */
export async function bundleSizeBytes(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(dist, entry)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    splitting: true,
    format: 'esm',
    outdir: dist,
    outbase: dist,
    external: ['react', 'vue'],
    write: false,
  });
  return brotliCompressSync(outputFiles.find(({ path }) => path === join(dist, entry)).contents).length;
}

export async function sizesBytes() {
  const sizes = { wasm: brotliCompressSync(readFileSync(join(dist, 'codeglot.wasm'))).length };
  const locales = readdirSync(join(dist, 'locales')).filter((name) => name.endsWith('.js'));
  for (const path of [...entries.map((name) => `${name}.js`), ...locales.map((name) => `locales/${name}`)]) {
    sizes[path] = await bundleSizeBytes(path);
  }
  return sizes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(await sizesBytes())) {
    console.log(`${name.padEnd(24)}${String(bytes).padStart(6)} B brotli`);
  }
}
