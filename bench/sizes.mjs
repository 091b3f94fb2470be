// Measures sizes: bundles by esbuild, minified, and brotli 11. Ours as wasm/scripts/size.mjs has them; others' by the
// same esbuild with the same options. On failure: one error that says what to build.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

const packs = 'build/release/share/codeglot/packs';
export const packsFolder = join(root, packs);

/** The make target that builds each thing that sizes are taken of, or with. */
const neededFrom = { 'wasm/node_modules/esbuild': 'package', 'wasm/dist/engine.js': 'package', [packs]: 'command' };

/** Brotli bytes of what the product ships, as { entries: { engine, formats, … }, wasm, packs: [{ tag, pack, module }] }. */
export async function ourSizesBytes() {
  const need = (path, target) => {
    if (!existsSync(join(root, path))) {
      throw new Error(`bench: no ${path}: run make ${target}`);
    }
  };
  Object.entries(neededFrom).forEach(([path, target]) => need(path, target));
  const files = readdirSync(packsFolder).filter((name) => name.endsWith('.cgpk'));
  const tags = files.map((name) => name.slice(0, -'.cgpk'.length)).sort();
  // The two that the package has built in: with no pack at all nothing would be checked.
  for (const tag of new Set(['en', 'zh-Hans', ...tags])) {
    need(`${packs}/${tag}.cgpk`, 'command');
    need(`wasm/dist/locales/${tag}.js`, 'package');
  }
  const { entries, sizesBytes } = await import('../wasm/scripts/size.mjs');
  const sizes = await sizesBytes();
  const sizesOf = (tag) => ({
    tag,
    pack: brotliCompressSync(readFileSync(join(packsFolder, `${tag}.cgpk`))).length,
    module: sizes[`locales/${tag}.js`],
  });
  return { entries: Object.fromEntries(entries.map((name) => [name, sizes[`${name}.js`]])), wasm: sizes.wasm, packs: tags.map(sizesOf) };
}

/** Brotli bytes of the ICU engine and of its data for numbers and dates: { engine, root, locales: [{ tag, data }] }. */
export function icuSizesBytes(tags) {
  const brotliBytes = (path) => brotliCompressSync(readFileSync(path)).length;
  const folder = mkdtempSync(join(tmpdir(), 'codeglot-data-'));
  try {
    const wanted = tags.flatMap((tag) => ['--locale', tag]);
    execFileSync(join(root, 'build/release/bin/codeglot'), ['data', '--features', 'dates', '--output', folder, ...wanted]);
    return {
      engine: brotliBytes(join(root, 'wasm/dist/codeglot-icu.wasm')),
      root: brotliBytes(join(folder, 'root.cgdata')),
      locales: tags.map((tag) => ({ tag, data: brotliBytes(join(folder, `${tag}.cgdata`)) })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Brotli bytes of a file and all that it imports at once: not of what it imports later, when asked. */
export async function bundleBytes(file) {
  const { build } = createRequire(join(root, 'wasm/package.json'))('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    charset: 'utf8',
    splitting: true,
    format: 'esm',
    outdir: 'bundle',
    metafile: true,
    write: false,
  });
  const outputs = Object.entries(metafile.outputs);
  const [entry] = outputs.find(([, { entryPoint }]) => entryPoint && join(root, entryPoint) === file);
  const reached = new Set([entry]);
  for (const path of reached) {
    metafile.outputs[path].imports
      .filter(({ kind }) => kind === 'import-statement')
      .forEach(({ path: next }) => reached.add(next));
  }
  const contents = outputFiles.filter(({ path }) => reached.has(path.slice(root.length)));
  return contents.reduce((bytes, output) => bytes + brotliCompressSync(output.contents).length, 0);
}
