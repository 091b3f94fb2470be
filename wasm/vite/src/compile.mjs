// From a folder of authoring files to all that the modules need: packs, what serves whom, which runtime, the constants of
// the codes. Owns a temporary folder for as long as the command writes into it. On failure: throws CompileError for what
// is wrong with the files, an Error for all else.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalog as createEngine } from 'codeglot/engine';
import { localeChoices } from '../dist/locale-choices.mjs';
import { runCommand } from './command.mjs';
import { CompileError, parseFindings } from './findings.mjs';

const packName = /^([A-Za-z0-9-]+)\.cgpk$/;
const { resolve } = createRequire(import.meta.url);

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
        const reason = `the installed codeglot refuses the pack of ${tag} (${error?.status ?? error}): install codeglot and @codeglot/vite in one version`;
        throw new Error(reason, { cause: error });
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

let choices = { key: '', serves: new Map() };

/** Which pack serves which readers. Depends on the packs' locales alone, and is kept until these change. */
async function servesOf(packs, runtime, codes) {
  const key = JSON.stringify([runtime, packs.map(({ tag }) => tag), codes.defaultLocale, codes.sourceLocale]);
  if (choices.key !== key) {
    const wasm = resolve(`codeglot/codeglot${runtime === 'engine' ? '' : '-formats'}.wasm`);
    choices = { key, serves: localeChoices(await readFile(wasm), packs) };
  }
  return choices.serves;
}

function builtInOf(wanted, packs, codes) {
  const known = packs.map(({ tag }) => tag);
  const builtIn = wanted ?? [known.includes(codes.defaultLocale) ? codes.defaultLocale : codes.sourceLocale];
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
    const { stdout, findings } = await run(['compile', folder, '--output', output], { root, command });
    const packs = await readPacks(output);
    const codesText = await readFile(join(folder, 'codes.json'), 'utf8');
    const codes = JSON.parse(codesText);
    const typescript = await constantsOf(codesText, folder, { root, command });
    const runtime = runtimeFor(packs);
    const serves = await servesOf(packs, runtime, codes);
    const needsIcu = /\d+ messages? needs? the ICU engine/.exec(stdout)?.[0];
    return {
      packs: packs.map((pack) => ({ ...pack, serves: serves.get(pack.tag) })),
      runtime,
      builtIn: builtInOf(builtIn, packs, codes),
      typescript,
      findings,
      notice: needsIcu && `${needsIcu}, which virtual:codeglot does not load: they show {name} for what only it can format`,
    };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
