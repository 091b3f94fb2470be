// All shared vectors as one value that any host can be given as JSON: the cases, and as texts the packs of formats/, which
// the native command compiles. On failure: throws what the command said.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packToText } from '../../wasm/scripts/encode.mjs';
import { nativeCommand, projectFolder, read } from './package.mjs';

/** The packs of an authoring folder. */
function compile(authored) {
  const folder = mkdtempSync(join(projectFolder, 'build/package/vectors-'));
  try {
    execFileSync(nativeCommand, ['compile', join(projectFolder, authored), '--output', folder], { stdio: 'pipe' });
    return readdirSync(folder).filter((name) => name.endsWith('.cgpk')).sort().map((name) => packToText(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const casesOf = (name) => JSON.parse(read(`tests/vectors/${name}`)).cases;

/** What runSet of vector-runner.mjs takes. */
export function vectorSet() {
  const files = readdirSync(join(projectFolder, 'tests/vectors')).filter((name) => name.endsWith('.json'));
  return {
    cases: files.sort().flatMap(casesOf),
    formatsCases: casesOf('formats/vectors.json'),
    formatsPacks: compile('tests/vectors/formats/catalog'),
  };
}

/** How many cases a set has: what a run must have passed. */
export const countOf = ({ cases, formatsCases }) => cases.length + formatsCases.length;
