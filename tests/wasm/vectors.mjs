// Runs every vector on the installed package in Node: those of formats/ and problems/ with packs that the native command
// compiles, the former on `codeglot/formats`. Exit status 1 if one fails.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile, load, projectFolder, read } from './package.mjs';
import { runVectors } from './vector-runner.mjs';

const { locales } = await load('codeglot');
const { createCatalog } = await load('codeglot/engine');
const formats = await load('codeglot/formats');
const packs = await Promise.all(locales.map(async (tag) => (await load(`codeglot/locales/${tag}`)).default));
const files = readdirSync(join(projectFolder, 'tests/vectors')).filter((name) => name.endsWith('.json'));
const casesOf = (name) => JSON.parse(read(`tests/vectors/${name}`)).cases;

let count = 0;
let failed = 0;
function run(catalog, cases) {
  const { passed, failures } = runVectors(catalog, cases);
  failures.slice(0, 50).forEach((line) => console.error(line));
  count += passed;
  failed += failures.length;
}
run(createCatalog({ packs }), files.sort().flatMap(casesOf));
run(createCatalog({ packs: compile('tests/vectors/problems/catalog') }), casesOf('problems/vectors.json'));
run(formats.createCatalog({ packs: compile('tests/vectors/formats/catalog') }), casesOf('formats/vectors.json'));
process.exitCode = failed || !count ? 1 : 0;
console.log(`vectors: ${count} passed, ${failed} failed`);
