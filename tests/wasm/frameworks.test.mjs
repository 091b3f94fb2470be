// codeglot/react and codeglot/vue as modules: what they export and what comes with them. What they do is tested in
// tests/consumer/frameworks/, where there are React and Vue.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileOf, projectFolder } from './package.mjs';

const entries = {
  react: ['Message', 'MessageProvider', 'useLocale', 'useMessage'],
  vue: ['Message', 'createMessages', 'useLocale', 'useMessage'],
};

for (const [framework, names] of Object.entries(entries)) {
  test(`codeglot/${framework} brings the framework's own package alone, and no catalog`, async () => {
    const { build } = await import(join(projectFolder, 'wasm/node_modules/esbuild/lib/main.js'));
    const { metafile, outputFiles } = await build({
      entryPoints: [fileOf(`codeglot/${framework}`)],
      bundle: true, minify: true, format: 'esm', write: false, metafile: true, external: [framework],
    });
    const [{ exports, imports }] = Object.values(metafile.outputs);
    assert.deepEqual(exports.sort(), names);
    assert.deepEqual(imports.map(({ path }) => path), [framework]);
    assert.doesNotMatch(outputFiles[0].text, /WebAssembly|bracketed|CGPK/);
    assert.ok(outputFiles[0].contents.length < 4000);
  });
}

test('codeglot/react is a client’s module to a server that renders components', () => {
  assert.match(readFileSync(fileOf('codeglot/react'), 'utf8'), /^(['"])use client\1;/);
});

test('neither framework is asked for by who does not use it', () => {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(fileOf('codeglot/package.json')));
  assert.equal(dependencies, undefined);
  assert.deepEqual(Object.keys(peerDependencies), Object.keys(entries));
  assert.deepEqual(peerDependenciesMeta, { react: { optional: true }, vue: { optional: true } });
});
