// All shared vectors as one value that any host can be given as JSON: the cases, and as texts the packs of formats/ and
// problems/, which the native command compiles. On failure: throws what the command said.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packToText } from '../../wasm/scripts/encode.mjs';
import { compile, projectFolder, read } from './package.mjs';

const casesOf = (name) => JSON.parse(read(`tests/vectors/${name}`)).cases;
const packsOf = (name) => compile(`tests/vectors/${name}/catalog`).map(packToText);

/** What runSet of vector-runner.mjs takes: cases on the service's own packs, and on those of two catalogs for the tests. */
export function vectorSet() {
  const files = readdirSync(join(projectFolder, 'tests/vectors')).filter((name) => name.endsWith('.json'));
  return {
    cases: files.sort().flatMap(casesOf),
    formats: { cases: casesOf('formats/vectors.json'), packs: packsOf('formats') },
    problems: { cases: casesOf('problems/vectors.json'), packs: packsOf('problems') },
  };
}

/** How many cases a set has: what a run must have passed. */
export const countOf = ({ cases, formats, problems }) => cases.length + formats.cases.length + problems.cases.length;
