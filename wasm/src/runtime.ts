// The plain runtime. Its WebAssembly module travels inside this package as text, so that no bundler needs to be told of a
// file. Compiled at first use, once, and shared by all catalogs. In other builds of the package edge/runtime.ts or
// js/runtime.ts stands for this file (scripts/bundle.mjs).
import { decodeBytes } from './decodeBytes.js';
import type { RuntimeExports } from './runtimeExports.js';
import { runtimeText } from './runtimeText.js';

let compiled: WebAssembly.Module | undefined;

/** A new instance: of the module that is given, else of the package's own. */
export const instantiate = (module?: WebAssembly.Module): RuntimeExports =>
  new WebAssembly.Instance(module ?? (compiled ??= new WebAssembly.Module(decodeBytes(runtimeText))))
    .exports as unknown as RuntimeExports;
