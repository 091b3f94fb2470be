// Runs the codeglot command: the module is compiled once, each run has an instance and a memory of its own. On failure of
// the module itself (its stack or its memory is full): a sentence on standard error, and the exit status 2.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import createInstance from '../dist/codeglot-command.cjs';
import { Files } from './files.mjs';

const fileOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const builtInPacks = fileOf('share/codeglot/packs');

let compiling;

/** The compiled module; the same for all runs. */
export function commandModule() {
  compiling ??= readFile(fileOf('dist/codeglot-command.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return compiling;
}

/** Reads CLDR's data to where the command wants it: 19 MB, which need no other copy. */
function loadData(instance) {
  const file = openSync(fileOf('dist/icudt78l.dat'));
  try {
    const { size } = fstatSync(file);
    const at = instance._malloc(size);
    for (let read = 0; read < size; ) {
      const count = readSync(file, instance.HEAPU8, at + read, size - read, read);
      if (count === 0) {
        throw new Error('the file of CLDR data ends early');
      }
      read += count;
    }
    if (!instance._codeglot_set_data(at)) {
      throw new Error('the file of CLDR data is not the one that belongs to the command');
    }
  } finally {
    closeSync(file);
  }
}

const environmentOf = (variables) =>
  Object.entries({ CODEGLOT_PACKS: builtInPacks, ...variables }).map(([name, value]) => `${name}=${value}`);

/** Runs to the end, and returns the exit status. `streams` and `interruption` are as in files.mjs. */
export async function runCommand(module, args, { folder, streams, interruption }) {
  const { CODEGLOT_PACKS = builtInPacks } = process.env;
  const host = new Files({ folder, environment: environmentOf({ CODEGLOT_PACKS }), ...streams, interruption });
  let status = 2;
  try {
    const instance = await createInstance({
      host,
      thisProgram: 'codeglot',
      printErr() {}, // What Emscripten says of the end of a module, endOf says better.
      instantiateWasm(imports, done) {
        const wasm = new WebAssembly.Instance(module, imports);
        done(wasm, module);
        return wasm.exports;
      },
      quit(code) {
        status = code;
      },
    });
    loadData(instance);
    instance.callMain([...args]);
  } catch (error) {
    status = endOf(error, status, streams);
  } finally {
    host.closeAll();
  }
  return status;
}

/** What an exception means: the command's own end is one, and so are the walls that it ran into. */
function endOf(error, status, { stderr }) {
  if (error?.name === 'ExitStatus') {
    return error.status ?? status;
  }
  if (!(error instanceof RangeError) && !(error instanceof WebAssembly.RuntimeError)) {
    throw error;
  }
  const wall = error instanceof RangeError ? 'it is nested too deeply for the stack' : error.message;
  stderr.write(Buffer.from(`codeglot: the command could not go on: ${wall}\n`));
  return 2;
}
