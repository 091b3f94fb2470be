// The plugin in Rollup, webpack, Rspack and esbuild: each builds the same module for Node, whose packs are files or chunks
// that are named after their contents, and which prints the same. Watchers of Rollup and webpack notice a new text.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import rollupPlugin from '@codeglot/vite';
import esbuildPlugin from '@codeglot/vite/esbuild';
import rspackPlugin from '@codeglot/vite/rspack';
import webpackPlugin from '@codeglot/vite/webpack';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rspack } from '@rspack/core';
import * as esbuild from 'esbuild';
import { rollup, watch } from 'rollup';
import webpack from 'webpack';
import { application, until } from './project.mjs';

const english = ['en', 'en fr', 'You may not buy this.', 'Only 3 items fit.', 'You may not buy this.'];
const french = ['fr', 'en fr', 'Vous ne pouvez pas acheter ceci.', '3 articles au plus.', 'Vous ne pouvez pas acheter ceci.'];
const started = process.cwd();
let root;

// Rollup knows no root but the working directory.
before(() => {
  root = application();
  process.chdir(root);
});
after(() => process.chdir(started));

const filesOf = (folder) => readdirSync(join(root, folder), { recursive: true }).filter((name) => !name.endsWith('assets')).sort();
let loads = 0;
const run = async (file, tag) => (await import(`${pathToFileURL(join(root, file))}?${loads++}`)).render(tag);

/** What it prints, for a reader of a locale that is loaded, and of one that there is not. */
async function prints(file) {
  assert.deepEqual([await run(file, 'fr-CA'), await run(file, 'de')], [french, english]);
}

function edit(name, from, to) {
  const file = join(root, 'locales', name);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
}

const packerConfig = (plugin, folder) => ({
  mode: 'production',
  context: root,
  entry: './src/render.js',
  target: 'node',
  experiments: { outputModule: true },
  output: { path: join(root, folder), filename: 'render.js', chunkFilename: '[contenthash].js', module: true, library: { type: 'module' } },
  plugins: [plugin()],
});

const packed = (packer, config) =>
  new Promise((resolve, reject) => packer(config, (error, stats) => (error ? reject(error) : resolve(stats))));

test('Rollup: packs are hashed files beside the bundle', async () => {
  const bundle = await rollup({ input: 'src/render.js', plugins: [rollupPlugin(), nodeResolve()] });
  await bundle.write({ dir: 'out/rollup' });
  const files = filesOf('out/rollup');
  assert.equal(files.length, 2);
  assert.match(files[0], /^assets\/fr-[\w-]{8}\.cgpk$/);
  await prints('out/rollup/render.js');
});

test('Rollup: what does not compile fails with its place', async () => {
  edit('en.json', '# item fits', '{mux} fits');
  try {
    const failing = rollup({ input: 'src/render.js', plugins: [rollupPlugin(), nodeResolve()] });
    await assert.rejects(failing, ({ message, loc, plugin }) => {
      assert.match(message, /^locales\/en\.json:6:45: error: \{mux\} is not declared/);
      assert.deepEqual([loc.file, loc.line, loc.column], [join(root, 'locales/en.json'), 6, 45]);
      assert.equal(plugin, 'codeglot');
      return true;
    });
  } finally {
    edit('en.json', '{mux} fits', '# item fits');
  }
});

test('Rollup: a watcher builds again when a text changes, also after an error', async () => {
  const watcher = watch({ input: 'src/render.js', plugins: [rollupPlugin(), nodeResolve()], output: { dir: 'out/watched' } });
  let builds = 0;
  let failure = '';
  watcher.on('event', (event) => {
    event.result?.close();
    builds += event.code === 'BUNDLE_END' ? 1 : 0;
    failure = event.code === 'ERROR' ? event.error.message : failure;
  });
  const change = async (isDone, ...change) => {
    const before = builds;
    edit(...change);
    await until(() => isDone(before));
  };
  const isBuilt = (before) => builds > before;
  try {
    await until(() => builds > 0);
    await change(isBuilt, 'fr.json', 'acheter ceci', 'acheter cela');
    assert.equal((await run('out/watched/render.js', 'fr'))[2], 'Vous ne pouvez pas acheter cela.');
    await change(() => /locales\/fr\.json:5:3: error: "not-alowed"/.test(failure), 'fr.json', '"not-allowed"', '"not-alowed"');
    await change(isBuilt, 'fr.json', '"not-alowed"', '"not-allowed"');
    await change(isBuilt, 'fr.json', 'acheter cela', 'acheter ceci');
    assert.deepEqual(await run('out/watched/render.js', 'fr'), french);
  } finally {
    await watcher.close();
  }
});

for (const [name, packer, plugin] of [['webpack', webpack, webpackPlugin], ['Rspack', rspack, rspackPlugin]]) {
  const folder = `out/${name}`;

  test(`${name}: packs are hashed chunks`, async () => {
    const stats = await packed(packer, packerConfig(plugin, folder));
    assert.ok(!stats.hasErrors(), stats.toString('errors-only'));
    const files = filesOf(folder);
    assert.equal(files.length, 2);
    assert.match(files[0], /^[0-9a-f]{16,}\.js$/);
    await prints(`${folder}/render.js`);
  });

  test(`${name}: what does not compile fails with its place`, async () => {
    edit('en.json', '# item fits', '{mux} fits');
    try {
      const stats = await packed(packer, packerConfig(plugin, `${folder}-failed`));
      assert.match(stats.toString('errors-only'), /locales\/en\.json:6:45: error: \{mux\} is not declared/);
    } finally {
      edit('en.json', '{mux} fits', '# item fits');
    }
  });

  test(`${name}: a watcher builds again when a text changes`, async () => {
    const compiler = packer(packerConfig(plugin, `${folder}-watched`));
    let built;
    const next = () => new Promise((resolve) => (built = resolve));
    let done = next();
    const watching = compiler.watch({ aggregateTimeout: 20 }, (error, stats) => built(error ?? stats));
    try {
      await done;
      done = next();
      edit('en.json', 'You may not buy this.', 'This was sold.');
      await done;
      const text = readdirSync(join(root, `${folder}-watched`)).map((file) => readFileSync(join(root, `${folder}-watched`, file), 'utf8')).join('');
      assert.ok(text.includes('This was sold.'));
    } finally {
      await new Promise((resolve) => watching.close(resolve));
      edit('en.json', 'This was sold.', 'You may not buy this.');
    }
  });
}

test('esbuild: packs are hashed chunks', async () => {
  const options = { absWorkingDir: root, entryPoints: ['src/render.js'], bundle: true, format: 'esm', platform: 'node', splitting: true, logLevel: 'silent' };
  await esbuild.build({ ...options, outdir: 'out/esbuild', plugins: [esbuildPlugin()] });
  const files = filesOf('out/esbuild');
  assert.equal(files.length, 2);
  assert.match(files[0], /^fr-[A-Z0-9]{8}\.js$/);
  await prints('out/esbuild/render.js');
  edit('en.json', '# item fits', '{mux} fits');
  try {
    const failing = esbuild.build({ ...options, outdir: 'out/esbuild-failed', plugins: [esbuildPlugin()] });
    await assert.rejects(failing, /locales\/en\.json:6:45: error: \{mux\} is not declared/);
  } finally {
    edit('en.json', '{mux} fits', '# item fits');
  }
});
