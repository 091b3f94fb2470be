// The whole runtime, which has formats and spans: as runtime.ts has the plain one.
import { decodeBytes } from './decodeBytes.js';
import { formatsText } from './formatsText.js';
import type { FormatsExports } from './runtimeExports.js';

let compiled: WebAssembly.Module | undefined;

/** A new instance: of the module that is given, else of the package's own. */
export const instantiate = (module?: WebAssembly.Module): FormatsExports =>
  new WebAssembly.Instance(module ?? (compiled ??= new WebAssembly.Module(decodeBytes(formatsText))))
    .exports as unknown as FormatsExports;
