// Runs every vector on the installed package in Node, on its WebAssembly and on its plain JavaScript. Exit status 1 if one
// fails.
import { load } from './package.mjs';
import { runSet } from './vector-runner.mjs';
import { vectorSet } from './vector-set.mjs';

const { locales } = await load('codeglot');
const packs = await Promise.all(locales.map(async (tag) => (await load(`codeglot/locales/${tag}`)).default));
const set = vectorSet();

let count = 0;
let failed = 0;
for (const build of ['codeglot', 'codeglot/js']) {
  const engine = await load(`${build}/engine`);
  const formats = await load(`${build}/formats`);
  const { passed, failures } = runSet(set, { engine, formats, packs });
  failures.slice(0, 50).forEach((line) => console.error(line));
  count += passed;
  failed += failures.length;
}
process.exitCode = failed || !count ? 1 : 0;
console.log(`vectors: ${count} passed, ${failed} failed`);
