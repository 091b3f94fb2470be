// Translates a module of WebAssembly to JavaScript with binaryen's wasm2js, for hosts that have no WebAssembly. On failure:
// throws what the translator said.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const translator = fileURLToPath(new URL('../node_modules/binaryen/bin/wasm2js', import.meta.url));
// What wasm2js writes is one instance; its last lines make it and export each of its members.
const ending = /\nvar retasmFunc = asmFunc\(\{\s*\}\);\n(?:export var \w+ = retasmFunc\.\w+;\n?)+$/;

/** A JavaScript module whose `instance()` makes an instance of the module in a file. */
export function translated(file) {
  const options = ['--enable-bulk-memory', '--enable-sign-ext', '-O', file, '-o', '-'];
  const script = execFileSync(process.execPath, [translator, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (!ending.test(script)) {
    throw new Error('wasm2js ends a module otherwise than translate.mjs knows: adapt it to this version of binaryen');
  }
  const instance = `export function instance() {\n${script.replace(ending, '\nreturn asmFunc({});\n')}}\n`;
  return transformSync(instance, { minify: true, target: 'es2015' }).code;
}
