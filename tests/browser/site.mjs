// The site of the browser tests: bundles of site/ as an application without a setting has them, and pages that are nothing
// but a script and a content security policy. `const site = await openSite()`; `site.reports` has what browsers reported
// against a policy; `site.close()` cuts the network off.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf, load, nativeCommand, projectFolder } from '../wasm/package.mjs';
import { vectorSet } from '../wasm/vector-set.mjs';

const sources = fileURLToPath(new URL('site', import.meta.url));
// Of each test file its own: they may run at once.
const folder = join(projectFolder, 'build/browser-site', basename(process.argv[1], '.test.mjs'));
const consumer = join(projectFolder, 'build/package/consumer');
const types = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.cgdata': 'application/octet-stream' };

/** Pages by name: the policy that each is served with. */
const policies = {
  '/free.html': undefined,
  '/wasm.html': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  '/script.html': "default-src 'none'; script-src 'self'; connect-src 'self'",
};
const html = '<!doctype html><meta charset="utf-8"><title>Codeglot</title><script type="module" src="/page.js"></script>';

/** The sources, copied to where the packed package is found by its name. */
async function build() {
  const { build } = createRequire(join(projectFolder, 'wasm/package.json'))('esbuild');
  const { locales } = await load('codeglot');
  const settings = { absWorkingDir: sources, outdir: folder, bundle: true, logLevel: 'error', nodePaths: [join(consumer, 'node_modules')] };
  const packs = locales.map((tag, index) => `import pack${index} from 'codeglot/locales/${tag}';\n`);
  const contents = `${packs.join('')}export default [${locales.map((_, index) => `pack${index}`)}];`;
  const plugins = [
    {
      name: 'packs',
      setup({ onLoad, onResolve }) {
        onResolve({ filter: /^\.\/packs\.js$/ }, ({ path }) => ({ path, namespace: 'packs' }));
        onLoad({ filter: /.*/, namespace: 'packs' }, () => ({ contents, resolveDir: sources }));
      },
    },
  ];
  rmSync(folder, { recursive: true, force: true });
  await build({ ...settings, plugins, entryPoints: ['page.js', 'tasks-worker.js', 'messages-worker.js'], format: 'esm', splitting: true });
  const single = { 'classic-worker': 'messages-worker.js', 'classic-service-worker': 'service-worker.js' };
  await build({ ...settings, entryPoints: single, format: 'iife' });
  await build({ ...settings, entryPoints: { 'module-service-worker': 'service-worker.js' }, format: 'esm' });
  cpSync(fileOf('codeglot/codeglot-icu.wasm'), join(folder, 'codeglot-icu.wasm'));
  mkdirSync(join(folder, 'data'));
  execFileSync(nativeCommand, ['data', '--features', 'numbers', '--output', join(folder, 'data'), '--locale', 'de']);
  writeFileSync(join(folder, 'vectors.json'), JSON.stringify(vectorSet()));
}

export async function openSite() {
  await build();
  const reports = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, pathname);
    if (pathname === '/reports') {
      let report = '';
      request.on('data', (chunk) => (report += chunk));
      request.on('end', () => reports.push(report) && response.writeHead(204).end());
    } else if (pathname in policies) {
      const policy = policies[pathname];
      response.writeHead(200, { 'Content-Type': 'text/html', ...(policy && { 'Content-Security-Policy': `${policy}; report-uri /reports` }) }).end(html);
    } else if (existsSync(file) && types[extname(file)]) {
      response.writeHead(200, { 'Content-Type': types[extname(file)] }).end(readFileSync(file));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    reports,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
