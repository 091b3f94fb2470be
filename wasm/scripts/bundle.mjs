// Bundles the entries that package.json exports into dist/: few modules start faster than many. Three builds of those that
// reach the runtime, which differ in where it comes from: dist/ (WebAssembly as text), dist/edge/ (an import of the .wasm
// file), dist/js/ (plain JavaScript). Needs generated/. On failure: esbuild's message, exit status 1.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { exportNames } from './export-names.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Modules that all builds share, so that an error of one is an error of every other. */
const shared = ['packError'];

/** Members that no user sees, and no other program: a minifier of applications cannot know that they may be renamed. */
const internal = /^(?:readText|writeText|reserve|renew|words|runtime|parameterSlots|textEnd|knownEntries)$/;
const renamed = new RegExp(`${internal.source}|^(?:${Object.keys(exportNames).join('|')})$`);

/** The JavaScript files that package.json names, without patterns: paths in dist/. */
function exportedFiles(target) {
  if (typeof target === 'string') {
    const [, path] = /^\.\/dist\/([^*]+\.js)$/.exec(target) ?? [];
    return path ? [path] : [];
  }
  return Object.values(target).flatMap(exportedFiles);
}

/** A module of ours: the one that a build has in its own folder in src/, else the one of all builds. */
const sourceOf = (folder, name) =>
  [`src/${folder}/${name}.ts`, `src/${name}.ts`, `generated/${name}.js`].find((path) => existsSync(join(root, path)));

/** Finds our modules. Entries, shared modules, locales and WebAssembly files stay files of their own. */
const modules = (folder, entries) => ({
  name: 'modules',
  setup({ onResolve }) {
    const up = folder === '.' ? './' : '../';
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path: up + basename(path), external: true }));
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') {
        return undefined;
      }
      const name = relative(join(root, 'src'), join(resolveDir, path)).replace(/^\.\.\/generated\//, '').slice(0, -'.js'.length);
      if (entries.includes(name)) {
        return { path: `./${name}.js`, external: true };
      }
      if (shared.includes(name) || name.startsWith('locales/')) {
        return { path: `${up}${name}.js`, external: true };
      }
      const found = sourceOf(folder, name);
      return found && { path: join(root, found) };
    });
  },
});

const files = [...new Set([...exportedFiles(exports), ...shared.map((name) => `${name}.js`)])];
for (const folder of new Set(files.map((file) => dirname(file)))) {
  const entries = files.filter((file) => dirname(file) === folder).map((file) => basename(file, '.js'));
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: join(root, sourceOf(folder, name)), out: name })),
    outdir: join(dist, folder),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    // Only what makes constants out of names: the rest is for the bundler of the application, and hides what goes wrong.
    minifySyntax: true,
    mangleProps: renamed,
    mangleCache: { ...exportNames },
    sourcemap: true,
    packages: 'external',
    plugins: [modules(folder, entries)],
    logLevel: 'warning',
  });
}
for (const name of ['locales', 'carried.d.ts', 'carriedManifest.d.ts']) {
  cpSync(join(root, 'generated', name), join(dist, name), { recursive: true });
}
