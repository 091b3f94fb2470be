// Runs every vector on the installed package in Node, on its WebAssembly and on its plain JavaScript: those of formats/ and
// problems/ with packs that the native command compiles, the former on `codeglot/formats`. Exit status 1 if one fails.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile, load, projectFolder, read } from './package.mjs';
import { runVectors } from './vector-runner.mjs';

const { locales } = await load('codeglot');
const packs = await Promise.all(locales.map(async (tag) => (await load(`codeglot/locales/${tag}`)).default));
const formatsPacks = compile('tests/vectors/formats/catalog');
const problemsPacks = compile('tests/vectors/problems/catalog');
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
for (const build of ['codeglot', 'codeglot/js']) {
  const engine = await load(`${build}/engine`);
  const formats = await load(`${build}/formats`);
  run(engine.createCatalog({ packs }), files.sort().flatMap(casesOf));
  run(engine.createCatalog({ packs: problemsPacks }), casesOf('problems/vectors.json'));
  run(formats.createCatalog({ packs: formatsPacks }), casesOf('formats/vectors.json'));
}
process.exitCode = failed || !count ? 1 : 0;
console.log(`vectors: ${count} passed, ${failed} failed`);
