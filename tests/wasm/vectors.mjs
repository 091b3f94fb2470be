// Runs every vector on the installed package in Node. Exit status 1 if one fails.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load, projectFolder, read } from './package.mjs';
import { runVectors } from './vector-runner.mjs';

const { locales } = await load('codeglot');
const { createCatalog } = await load('codeglot/engine');
const packs = await Promise.all(locales.map(async (tag) => (await load(`codeglot/locales/${tag}`)).default));
const files = readdirSync(join(projectFolder, 'tests/vectors')).filter((name) => name.endsWith('.json'));
const cases = files.sort().flatMap((name) => JSON.parse(read(`tests/vectors/${name}`)).cases);

console.log('vectors: formats/ skipped: the runtime of this package has no formats');
const { passed, failures } = runVectors(createCatalog({ packs }), cases);
for (const line of failures.slice(0, 50)) {
  console.error(line);
}
process.exitCode = failures.length || !passed ? 1 : 0;
console.log(`vectors: ${passed} passed, ${failures.length} failed`);
