// Builds the tests of a framework's project as an application is built: each file of test/ that runs by itself, with what it
// takes from src/ and from here, by esbuild into build/. The packages stay outside, so that Node finds them where npm put
// them. Compiles messages/ with the native command (CODEGLOT_COMMAND, or the one in build/release) into packs/.
// The projects run from a copy in build/consumer/, so they reach this folder by its path from the root.
// On failure: what esbuild or the command said, exit status 1.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = process.env.CODEGLOT_COMMAND || fileURLToPath(new URL('../../../build/release/bin/codeglot', import.meta.url));
const dom = fileURLToPath(new URL('dom.ts', import.meta.url));
const messages = fileURLToPath(new URL('messages', import.meta.url));

/** `source`: the folder of the project whose tests these are, where several projects have the same. */
export async function buildTests(project, options = {}, source = project) {
  const { build } = createRequire(join(project, 'package.json'))('esbuild');
  for (const folder of ['build', 'packs']) {
    rmSync(join(project, folder), { recursive: true, force: true });
  }
  mkdirSync(join(project, 'packs'));
  execFileSync(command, ['compile', messages, '--output', join(project, 'packs')], { stdio: 'pipe' });
  const programs = readdirSync(join(source, 'test')).filter((name) => /^serve\.|\.test\./.test(name));
  await build({
    entryPoints: Object.fromEntries([...programs.map((name) => join(source, 'test', name)), dom].map((path) => [parse(path).name, path])),
    outdir: join(project, 'build'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'inline',
    ...options,
  });
}
