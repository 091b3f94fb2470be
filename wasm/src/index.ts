// The entry `codeglot`: a catalog of the service's own codes with English and Simplified Chinese built in, ready at the
// first call. The other locales are modules of this package, imported when asked for. On failure: only loadLocale
// rejects, when its import does, and addLocale throws PackError.
import { builtInPacks } from './carried.js';
import manifest from './carriedManifest.js';
import type { CarriedLocale } from './carriedManifest.js';
import type { Catalog } from './catalog.js';
import type { CodeArgs } from './codes.js';
import { createCatalog } from './engine.js';
import { servingPack } from './manifest.js';
import type { Args, Pack, Resolution, ServiceResponse, TypedMessages } from './types.js';

export type { Code, CodeArgs } from './codes.js';
export type { PackStatus, Status } from './status.js';
export type { Args, Argument, ArgsOf, Pack, Resolution, ServiceResponse, TypedMessages } from './types.js';

let builtIn: Catalog | undefined;
const catalog = (): Catalog => (builtIn ??= createCatalog({ packs: builtInPacks }));

/** Imports under way or done, so that two callers share one. */
const imports = new Map<CarriedLocale, Promise<void>>();

/** The tags of the locales that this package carries: built in, or to be had from loadLocale. */
export const locales: readonly string[] = /* @__PURE__ */ manifest.packs.map(({ tag }) => tag);

/**
 * The text of a return code for a reader of `locale`, a BCP 47 tag. Always a text, whatever is given. The arguments of a
 * code that is a constant, as `Codes.TooManyRoles` of `codeglot/codes` or 135, are checked when a program is compiled.
 */
export const message: TypedMessages<CodeArgs, Args, Resolution>['message'] = (code: number, locale: string, args?: Args | null): string =>
  catalog().message(code, locale, args);

/** The same text, with the reason for it. */
export const resolve: TypedMessages<CodeArgs, Args, Resolution>['resolve'] = (code: number, locale: string, args?: Args | null): Resolution =>
  catalog().resolve(code, locale, args);

/** The text for a service's answer over HTTP, or over RPC if it has no status. See Catalog.resolveResponse. */
export const resolveResponse = (
  response: ServiceResponse,
  locale: string,
  args?: Args | null,
  transport?: string,
): Resolution => catalog().resolveResponse(response, locale, args, transport);

/** Adds a pack, as from `codeglot/locales/fr`. Throws PackError for one that the runtime refuses. */
export const addLocale = (pack: Pack): void => catalog().add(pack);

/**
 * Loads the locale that serves a reader of `tag`, unless it is there, and resolves to the tag of the locale that now
 * serves them: English if none is nearer. Rejects if the import fails; the next call tries again.
 */
export async function loadLocale(tag: string): Promise<string> {
  const carried = servingPack(manifest, String(tag));
  if (carried && !catalog().locales.includes(carried.tag)) {
    let loading = imports.get(carried);
    if (!loading) {
      loading = carried.load().then(({ default: pack }) => addLocale(pack));
      imports.set(carried, loading);
      loading.catch(() => imports.delete(carried));
    }
    await loading;
  }
  return resolve(0, tag).packLocale;
}
