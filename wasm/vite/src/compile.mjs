// From a folder of authoring files to all that the modules need: packs, what serves whom, which runtime, the constants of
// the codes. Owns a temporary folder for as long as the command writes into it. On failure: throws CompileError for what
// is wrong with the files, an Error for all else.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalog as createEngine } from 'codeglot/engine';
import { runCommand } from './command.mjs';
import { CompileError, findingText, parseFindings } from './findings.mjs';

const packName = /^([A-Za-z0-9-]+)\.cgpk$/;

/** Runs the command; what it says on standard error comes back as findings. */
async function run(args, { root, command }) {
  const result = await runCommand(args, { command, cwd: root });
  const findings = parseFindings(result.stderr, root);
  if (result.status !== 0) {
    if (findings.some(({ severity }) => severity === 'error')) {
      throw new CompileError(findings, root);
    }
    throw new Error(`codeglot ${args[0]}: ${result.stderr.trim() || `exit status ${result.status}`}`);
  }
  return { ...result, findings };
}

async function readPacks(folder) {
  const names = (await readdir(folder)).filter((name) => packName.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { tag: packName.exec(name)[1], bytes, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
    }),
  );
}

/** The smallest runtime that takes all packs. The reader itself decides, so that no other version of it is guessed at. */
function runtimeFor(packs) {
  let runtime = 'engine';
  for (const { tag, bytes } of packs) {
    try {
      createEngine({ packs: [bytes] }).dispose();
    } catch (error) {
      if (error?.status !== 'pack-needs-formats') {
        const remedy = 'install codeglot and @codeglot/vite in one version';
        const reason = `the installed codeglot refuses the pack of ${tag} (${error?.status ?? error})`;
        throw new Error(`${reason}: ${remedy}`, { cause: error });
      }
      runtime = 'formats';
    }
  }
  return runtime;
}

let constants = { key: '', typescript: '' };

/** The constants of the codes, which depend on codes.json alone. */
async function constantsOf(codesText, folder, options) {
  if (constants.key !== codesText) {
    const { stdout } = await run(['generate', '--to', 'typescript', folder], options);
    constants = { key: codesText, typescript: stdout };
  }
  return constants.typescript;
}

async function compileInto(output, folder, options) {
  const compiled = await run(['compile', folder, '--output', output, '--manifest'], options);
  return { ...compiled, manifest: JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8')) };
}

function builtInOf(wanted, packs, codes) {
  const known = packs.map(({ tag }) => tag);
  const builtIn = wanted ?? [[codes.defaultLocale, codes.sourceLocale].find((tag) => known.includes(tag)) ?? known[0]];
  const unknown = builtIn.filter((tag) => !known.includes(tag));
  if (unknown.length) {
    throw new Error(`builtIn: there is no locale ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  return [...new Set(builtIn)];
}

/**
 * Compiles. `root`: the project; `folder`: the authoring files; `builtIn`: locales that travel in the bundle; `command`:
 * as of runCommand.
 */
export async function compile({ root, folder, builtIn, command }) {
  const output = await mkdtemp(join(tmpdir(), 'codeglot-'));
  try {
    const compiled = await compileInto(output, folder, { root, command });
    const packs = await readPacks(output);
    const codesText = await readFile(join(folder, 'codes.json'), 'utf8');
    const codes = JSON.parse(codesText);
    const runtime = runtimeFor(packs);
    const { manifest } = compiled;
    const serves = new Map(manifest.packs.map((pack) => [pack.tag, pack.serves]));
    const needsIcu = /\d+ messages? needs? the ICU engine/.exec(compiled.stdout)?.[0];
    return {
      packs: packs.map((pack) => ({ ...pack, serves: serves.get(pack.tag) })),
      unserved: manifest.unserved,
      runtime,
      builtIn: builtInOf(builtIn, packs, codes),
      typescript: await constantsOf(codesText, folder, { root, command }),
      warnings: [
        ...compiled.findings.map((finding) => findingText(finding, root)),
        ...(needsIcu ? [`${needsIcu}, which virtual:codeglot does not load: they show {name} for what only it can format`] : []),
      ],
    };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
