// Makes a wasm module smaller: the optimizer of the compiler's own release is years older than the one that npm has. The
// same bytes on every machine, for the version is locked. On failure: throws what the optimizer said.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const optimizer = fileURLToPath(new URL('../node_modules/binaryen/bin/wasm-opt', import.meta.url));
const features = ['--enable-bulk-memory', '--enable-sign-ext'];
// Twice rebuilt from flat code. The orders at the end cost no byte but help brotli, by which all this was chosen.
const rebuild = ['--flatten', '--rereloop', '-Oz'];
const passes = [...rebuild, ...rebuild, '-Oz', '--converge', '--reorder-functions', '--reorder-locals'];

/** The bytes of a module file, optimized. */
export function optimized(file) {
  const folder = mkdtempSync(join(tmpdir(), 'codeglot-wasm-'));
  const output = join(folder, 'module.wasm');
  try {
    execFileSync(process.execPath, [optimizer, ...features, ...passes, file, '-o', output], { stdio: 'pipe' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
