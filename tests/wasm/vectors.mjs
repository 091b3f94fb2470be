// Runs every vector on the installed package in Node, on its WebAssembly and on its plain JavaScript: those of formats/ on
// `codeglot/formats`, with packs that the native command compiles. Exit status 1 if one fails.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load, nativeCommand, projectFolder, read } from './package.mjs';
import { runVectors } from './vector-runner.mjs';

/** The packs of an authoring folder. */
function compile(authored) {
  const folder = mkdtempSync(join(projectFolder, 'build/package/vectors-'));
  try {
    execFileSync(nativeCommand, ['compile', join(projectFolder, authored), '--output', folder], { stdio: 'pipe' });
    const tags = readdirSync(folder).flatMap((name) => (name.endsWith('.cgpk') ? [name.slice(0, -'.cgpk'.length)] : [])).sort();
    return tags.map((tag) => readFileSync(join(folder, `${tag}.cgpk`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { locales } = await load('codeglot');
const packs = await Promise.all(locales.map(async (tag) => (await load(`codeglot/locales/${tag}`)).default));
const formatsPacks = compile('tests/vectors/formats/catalog');
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
  run(formats.createCatalog({ packs: formatsPacks }), casesOf('formats/vectors.json'));
}
process.exitCode = failed || !count ? 1 : 0;
console.log(`vectors: ${count} passed, ${failed} failed`);
