// What a program knows of a catalog's packs before it has them, and the one look-up of which locale serves a reader. The
// compiler writes it (`codeglot compile --manifest`): CLDR's language matching as the packs themselves carry it.
import type { Pack } from './types.js';

/** What an import of a pack gives: the pack, or a module of it. */
export type ImportedPack = Pack | { readonly default: Pack };

/** One pack of a manifest. It is fetched from `file`, or brought by `load`. */
export interface ManifestPack {
  readonly tag: string;
  /** The file's name beside the manifest. */
  readonly file?: string;
  readonly bytes?: number;
  /** The pack's checksum, as eight hexadecimal digits. */
  readonly hash?: string;
  readonly direction?: string;
  /** The tags that the locale serves, in lower case, between spaces: those that no shorter tag's answer is right for. */
  readonly serves: string;
  /** For bundlers: `() => import('./packs/fr.js')`. Then no file is fetched. */
  readonly load?: () => Promise<ImportedPack>;
}

/** `manifest.json`, as it is read. */
export interface Manifest {
  readonly version: number;
  readonly namespace: string;
  readonly defaultLocale: string;
  readonly sourceLocale: string;
  /** Tags that no locale serves, though a shorter tag is served: `zh-tw` without a locale of Traditional Chinese. */
  readonly unserved: string;
  readonly packs: readonly ManifestPack[];
}

const tagUnitsMost = 64;
const keysOf = new WeakMap<Manifest, Map<string, ManifestPack | undefined>>();

function keys(manifest: Manifest): Map<string, ManifestPack | undefined> {
  let map = keysOf.get(manifest);
  if (!map) {
    map = new Map();
    for (const pack of [...manifest.packs, undefined]) {
      for (const key of (pack ? pack.serves : manifest.unserved).split(' ')) {
        map.set(key, pack);
      }
    }
    keysOf.set(manifest, map);
  }
  return map;
}

/** The pack that serves a reader of `tag`, if one does. Reads tags as the runtime does (core/runtime/locale_choice.h). */
export function servingPack<Pack extends ManifestPack>(
  manifest: Omit<Manifest, 'packs'> & { readonly packs: readonly Pack[] },
  tag: string,
): Pack | undefined {
  const map = keys(manifest) as Map<string, Pack | undefined>;
  let key = tag.length > tagUnitsMost ? '' : tag.toLowerCase().replace(/_/g, '-').replace(/[.@][^]*/, '');
  while (key && !map.has(key)) {
    // Never past a script.
    key = /^[^-]+-[:-\uffff][^-]{3}$/.test(key) ? '' : key.slice(0, Math.max(0, key.lastIndexOf('-')));
  }
  return key ? map.get(key) : undefined;
}

/** The pack that stands in where none serves: of the default locale, the source locale, the first. */
export const defaultPack = ({ packs, defaultLocale, sourceLocale }: Manifest): ManifestPack | undefined =>
  packs.find(({ tag }) => tag === defaultLocale) ?? packs.find(({ tag }) => tag === sourceLocale) ?? packs[0];
