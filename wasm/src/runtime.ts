// The runtime's WebAssembly: what it exports, and its module, which travels inside this package as text so that no
// bundler needs to be told of a file. Compiled at first use, once, and shared by all catalogs.
import { runtimeText } from './runtimeText.js';

/** The C interface as the module exports it: pointers and sizes are 32-bit numbers. See codeglot.h. */
export interface RuntimeExports {
  readonly memory: WebAssembly.Memory;
  readonly heap: WebAssembly.Global;
  abi(): number;
  size(): number;
  init(memory: number, memoryBytes: number, catalog: number): number;
  add(catalog: number, pack: number, packBytes: number): number;
  locales(catalog: number): number;
  tag(catalog: number, locale: number, tagBytes: number): number;
  choose(catalog: number, tag: number, tagBytes: number): number;
  codes(catalog: number, locale: number): number;
  codeAt(catalog: number, locale: number, index: number): number;
  parameter(catalog: number, locale: number, code: number, index: number, parameter: number): number;
  // prettier-ignore
  resolve(catalog: number, locale: number, code: number, args: number, argCount: number, text: number,
    capacity: number, resolution: number): number;
  // prettier-ignore
  respond(catalog: number, locale: number, response: number, args: number, argCount: number, text: number,
    capacity: number, resolution: number): number;
}

/**
 * Reads bytes from the printable ASCII that scripts/encode.mjs writes: symbols 0 to 91 are the characters from "#" to
 * "~". A byte below 85 is one symbol; any other is a symbol above 84, which counts in 92s from there, and a second one.
 */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  // Runs once, before it could be optimized: as few steps a byte as there can be.
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[count++] = unit < 120 ? unit - 35 : 85 + (unit - 120) * 92 + text.charCodeAt(++index) - 35;
  }
  return bytes.subarray(0, count);
}

export const instantiate = (module: WebAssembly.Module): RuntimeExports =>
  new WebAssembly.Instance(module).exports as unknown as RuntimeExports;

let compiled: WebAssembly.Module | undefined;

export const runtimeModule = (): WebAssembly.Module =>
  (compiled ??= new WebAssembly.Module(decodeBytes(runtimeText)));
