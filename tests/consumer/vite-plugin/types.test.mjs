// The declarations that the plugin writes, by TypeScript: types/use.ts with them, for both runtimes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { application, loadSource } from './project.mjs';

const { Project } = await loadSource('project');
const here = fileURLToPath(new URL('.', import.meta.url));

async function compiles(root) {
  await new Project({}, root).current();
  cpSync(join(here, 'types/use.ts'), join(root, 'src/use.ts'));
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'ESNext.Disposable'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // Of the bundlers, whose own types name modules that are not installed here.
    skipLibCheck: true,
    types: [],
    preserveSymlinks: true,
  };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['src/use.ts', 'codeglot.d.ts'] }));
  const { status, stdout } = spawnSync(process.execPath, [join(here, '../node_modules/typescript/bin/tsc'), '-p', root], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
}

test('right calls compile and wrong ones do not', () => compiles(application()));

test('so it is with the runtime that has formats', async () => {
  const root = application();
  const file = join(root, 'locales/en.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('other{Only # items', 'other{Only {max, number, ::currency/EUR}'));
  await compiles(root);
  assert.match(readFileSync(join(root, 'codeglot.d.ts'), 'utf8'), /from 'codeglot\/formats'/);
});
