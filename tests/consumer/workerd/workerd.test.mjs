// The package in Cloudflare's workerd, as its own process: workers bundled as Wrangler bundles them answer requests, and
// every vector passes in one. workerd compiles no bytes; that is shown, too.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { folderOf, hello, packsModule, runtime, vectorsFor } from '../../../tests/consumer/runtime.mjs';
import { fileOf, load, projectFolder } from '../../../tests/wasm/package.mjs';

const folder = folderOf(import.meta.url);
const { program, options } = runtime('workerd', 'workerd/bin/workerd', '@cloudflare/workerd-*/bin/workerd');
/** The first lines of a socket each: its address. */
const addresses = {};
let server;
let complaints = '';

/** What Wrangler's rule for CompiledWasm does: the file stays a module of its own, beside the bundle. */
const compiledWasm = {
  name: 'compiled-wasm',
  setup({ onResolve }) {
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path.replace('?module', ''));
      copyFileSync(file, join(folder, 'bundle', basename(file)));
      return { path: `./${basename(file)}`, external: true };
    });
  },
};

before(async () => {
  if (!program) {
    return;
  }
  const { build } = await import('esbuild');
  const { locales } = await load('codeglot');
  writeFileSync(join(folder, 'packs.js'), packsModule(locales));
  copyFileSync(join(projectFolder, 'tests/wasm/vector-runner.mjs'), join(folder, 'vector-runner.js'));
  mkdirSync(join(folder, 'bundle'), { recursive: true });
  const settings = { absWorkingDir: folder, outdir: 'bundle', bundle: true, format: 'esm', target: 'es2024', logLevel: 'warning' };
  const conditions = ['workerd', 'worker', 'browser'];
  await build({ ...settings, entryPoints: ['worker.mjs', 'entries-worker.mjs'], conditions, plugins: [compiledWasm] });
  await build({ ...settings, entryPoints: { mistaken: 'worker.mjs' } });
  server = spawn(program, ['serve', 'config.capnp', '--control-fd=3'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  server.stderr.on('data', (chunk) => (complaints += chunk));
  for await (const line of createInterface({ input: server.stdio[3] })) {
    const { socket, port } = JSON.parse(line);
    addresses[socket] = `http://127.0.0.1:${port}`;
    if (Object.keys(addresses).length === 3) {
      break;
    }
  }
});

after(async () => {
  if (server?.exitCode === null) {
    server.kill();
    await once(server, 'exit');
  }
});

const post = (socket, path, body) => fetch(addresses[socket] + path, { method: 'POST', body });
const posted = async (path, body) => (await post('entries', path, body)).json();
const answer = async (request) => (await post('application', '/', JSON.stringify(request))).text();

test('workerd: a worker answers requests with messages', options, async () => {
  const texts = [await answer({ code: 102, locale: 'zh-Hans' }), await answer({ code: 135, locale: 'fr-BE', args: { max: 12 } })];
  assert.equal(texts.map((text) => `${text}\n`).join(''), hello);
  assert.equal(complaints, '');
});

test('workerd: each entry answers', options, async () => {
  const { message, locales } = await load('codeglot');
  assert.deepEqual(await posted('/'), { texts: Array(3).fill(message(102, 'zh-Hans')), locales: locales.length });
});

test('workerd: every vector passes', options, async (context) => {
  const { input, check } = vectorsFor(context);
  check(await posted('/vectors', input));
});

test('workerd compiles no bytes, so the build for other hosts fails there', options, async () => {
  const { refused } = await posted('/compile', readFileSync(fileOf('codeglot/codeglot.wasm')));
  assert.match(refused, /CompileError/);
  const { status } = await post('mistaken', '/', '{"code": 102, "locale": "en"}');
  assert.equal(status, 500);
  // It complains on a stream of its own, which may be behind.
  for (let waited = 0; !complaints && waited < 100; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.match(complaints, /CompileError: WebAssembly\.Module\(\)/);
});
