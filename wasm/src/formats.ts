// The entry `codeglot/formats`: catalogs of your own packs on the whole runtime, for messages with formats of numbers and
// dates, and for parts. Importing it compiles nothing.
import { Catalog } from './formatsCatalog.js';
import type { FormatsArgs } from './dates.js';
import type { FormatsResolution, Formatter } from './formatsCatalog.js';
import { instantiate } from './formatsRuntime.js';
import type { Pack, TypedMessages } from './types.js';

export type { DateArgument, FormatsArgs as Args, FormatsArgument as Argument } from './dates.js';
export type { Catalog, Formatter, FormatsResolution as Resolution, Source } from './formatsCatalog.js';
export type { IcuError as FormatError } from './icuTypes.js';
export { PackError } from './packError.js';
export type { Part, Piece } from './parts.js';
export type { PackStatus, Status } from './status.js';
export type { ArgsOf, Pack, Parameter, ServiceResponse, TypedMessages } from './types.js';

/** What a catalog begins with. */
export interface CatalogOptions {
  /** Packs to add, in this order. */
  readonly packs?: Iterable<Pack>;
  /** `codeglot/codeglot-formats.wasm`, compiled: for hosts that compile no bytes at run time. */
  readonly module?: WebAssembly.Module;
  /** What loadIcu() of `codeglot/icu` gives: formats the messages that need it. Without it they are `needs-icu`. */
  readonly icu?: Formatter;
}

/** A catalog whose calls are checked when a program is compiled, by what `codeglot generate --to typescript` made. */
export type TypedCatalog<CodeArgs> = Omit<Catalog, 'message' | 'resolve'> &
  TypedMessages<CodeArgs, FormatsArgs, FormatsResolution>;

/** Makes a catalog. Throws PackError for a pack that the runtime refuses. */
export function createCatalog(options?: CatalogOptions): Catalog;
export function createCatalog<CodeArgs>(options?: CatalogOptions): TypedCatalog<CodeArgs>;
export function createCatalog(options: CatalogOptions = {}): Catalog {
  const catalog = new Catalog(instantiate(options.module), options.icu);
  for (const pack of options.packs ?? []) {
    catalog.add(pack);
  }
  return catalog;
}
