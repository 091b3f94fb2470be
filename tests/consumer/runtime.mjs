// What the tests of the runtimes share: a runtime's program, and runs of it. Nothing here is part of a project.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../wasm/package.mjs';
import { countOf, vectorSet } from '../wasm/vector-set.mjs';

export const installed = fileURLToPath(new URL('../../build/consumer', import.meta.url));
const modules = join(installed, 'node_modules');

/** The paths that a path with `*` as one of its folders stands for. */
function expand(path) {
  const [before, after] = path.split('*');
  const folder = join(modules, before);
  return after === undefined ? [join(modules, path)] : existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, after)) : [];
}

/**
 * The first of the paths in node_modules that is a program for this machine, and the options of a test that needs it.
 * npm need not have run the packages' own scripts, so a wrapper of JavaScript may have no program behind it.
 */
export function runtime(name, ...paths) {
  const program = paths.flatMap(expand).find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0);
  return { program, options: program ? {} : { skip: `not run: there is no ${name} for this machine` } };
}

/** What a program prints. */
export const run = (program, args, { folder, ...options } = {}) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, ...options });

let vectors;
/** All vectors: the set as JSON, and a check of what a run of it printed. */
export function vectorsFor(context) {
  vectors ??= vectorSet();
  return {
    input: JSON.stringify(vectors),
    check(printed, builds = 1) {
      const { passed, failures } = typeof printed === 'string' ? JSON.parse(printed) : printed;
      context.diagnostic(`vectors: ${passed} passed, ${failures.length} failed`);
      assert.deepEqual(failures.slice(0, 20), []);
      assert.equal(passed, countOf(vectors) * builds);
    },
  };
}

/** A module that imports the packs of locales by their names in the package, for bundlers. */
export const packsModule = (locales) =>
  `${locales.map((tag, index) => `import pack${index} from 'codeglot/locales/${tag}';\n`).join('')}export default [${locales.map((_, index) => `pack${index}`)}];\n`;

/** The folder of a project's test. */
export const folderOf = (url) => dirname(fileURLToPath(url));

const { loadLocale, message } = await load('codeglot');
await loadLocale('fr');
/** What each project's example prints. */
export const hello = `用户帐号不存在(登录)\n${message(135, 'fr', { max: 12 })}\n`;
