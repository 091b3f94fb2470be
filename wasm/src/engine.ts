// The entry `codeglot/engine`: catalogs of your own packs. Importing it compiles nothing.
import { Catalog } from './catalog.js';
import { Memory } from './memory.js';
import { instantiate } from './runtime.js';
import type { Args, Pack, Resolution, TypedMessages } from './types.js';

export type { Catalog } from './catalog.js';
export { PackError } from './packError.js';
export type { PackStatus, Status } from './status.js';
export type { Args, Argument, ArgsOf, Pack, Parameter, Resolution, ServiceResponse, TypedMessages } from './types.js';

/** What a catalog begins with. */
export interface CatalogOptions {
  /** Packs to add, in this order. */
  readonly packs?: Iterable<Pack>;
  /** `codeglot/codeglot.wasm`, compiled: for hosts that compile no bytes at run time. */
  readonly module?: WebAssembly.Module;
}

/** A catalog whose calls are checked when a program is compiled, by what `codeglot generate --to typescript` made. */
export type TypedCatalog<CodeArgs> = Omit<Catalog, 'message' | 'resolve'> & TypedMessages<CodeArgs, Args, Resolution>;

/** Makes a catalog. Throws PackError for a pack that the runtime refuses. */
export function createCatalog(options?: CatalogOptions): Catalog;
export function createCatalog<CodeArgs>(options?: CatalogOptions): TypedCatalog<CodeArgs>;
export function createCatalog(options: CatalogOptions = {}): Catalog {
  const catalog = new Catalog(new Memory(instantiate(options.module)));
  for (const pack of options.packs ?? []) {
    catalog.add(pack);
  }
  return catalog;
}
