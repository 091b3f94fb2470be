// The whole runtime for hosts that compile no bytes at run time: as runtime.ts has the plain one.
import packaged from './codeglot-formats.wasm?module';
import type { FormatsExports } from '../runtimeExports.js';

/** A new instance: of the module that is given, else of the package's own. */
export const instantiate = (module: WebAssembly.Module = packaged): FormatsExports =>
  new WebAssembly.Instance(module).exports as unknown as FormatsExports;
