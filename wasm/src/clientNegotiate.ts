// From what a reader wants, an Accept-Language header or navigator.languages, to the locale that serves them best. Reads
// anything, passes over what it cannot read, and never throws for it.
import type { ResponseCatalog } from './clientTypes.js';
import { defaultPack, servingPack } from './manifest.js';
import type { Manifest } from './manifest.js';

// A header comes from outside: what is behind the first thousand entries is not looked at.
const entriesMost = 1000;

interface Preference {
  /** In lower case; "*" for any. */
  readonly range: string;
  readonly quality: number;
}

/** One entry as RFC 9110 has it, but with any word as its tag: "fr-CH", "fr;q=0.8", "*;q=0", "fr_CH.UTF-8". */
const entryForm = /^\s*([^\s;]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/** Best first; of equal ones the first. */
function preferences(wanted: unknown): Preference[] {
  const entries: unknown[] =
    typeof wanted === 'string' ? wanted.split(',', entriesMost) : Array.isArray(wanted) ? wanted.slice(0, entriesMost) : [];
  return entries
    .flatMap((entry) => {
      const [, range, quality = 1] = (typeof entry === 'string' && entryForm.exec(entry)) || [];
      return range ? [{ range: range.toLowerCase(), quality: +quality }] : [];
    })
    .sort((left, right) => right.quality - left.quality);
}

/** The range that decides on a locale: the longest that it begins with. Of two alike the first. */
function rangeOf(locale: string, ranges: readonly Preference[]): Preference | undefined {
  let longest: Preference | undefined;
  for (const preference of ranges) {
    const { range } = preference;
    const fits = range === '*' || `${locale.toLowerCase()}-`.startsWith(`${range}-`);
    if (fits && (!longest || longest.range === '*' || range.length > longest.range.length)) {
      longest = preference;
    }
  }
  return longest;
}

/** Language and script as a tag spells them; Chinese has one in each region. */
function written(tag: string): string {
  const [language, second = ''] = tag.toLowerCase().split(/[-_]/);
  return language + (/^[a-z]{4}$/.test(second) ? second : language !== 'zh' ? '' : /[-_](tw|hk|mo)\b/i.test(tag) ? 'hant' : 'hans');
}

/** The locale that serves a tag, and not only stands in; locales for a reader of any. */
interface Choices {
  serving(tag: string): string | undefined;
  readonly any: readonly string[];
}

function choicesOf(source: Manifest | ResponseCatalog): Choices {
  if ('packs' in source) {
    const tags = source.packs.map(({ tag }) => tag);
    return { serving: (tag) => servingPack(source, tag)?.tag, any: [defaultPack(source)?.tag ?? source.defaultLocale, ...tags] };
  }
  const chosen = (tag: string) => source.resolve(0, tag).packLocale;
  const fallback = chosen('');
  return {
    serving(tag) {
      const locale = chosen(tag);
      return locale !== fallback || written(tag) === written(fallback) ? locale : undefined;
    },
    any: [fallback],
  };
}

/**
 * The tag of the locale that serves a reader best: of the first of the reader's languages that a locale really serves,
 * else the default locale. `wanted` is an Accept-Language header or a list as `navigator.languages`. A locale that the
 * header refuses (`;q=0`) is given only if nothing else is left. With a manifest the answer is CLDR's; a catalog knows
 * the packs that it has, and does not say whether its default locale serves a tag or stands in: there it serves the
 * tags of its own language and script.
 */
export function negotiate(wanted: string | readonly string[] | null | undefined, source: Manifest | ResponseCatalog): string {
  const ranges = preferences(wanted);
  const { serving, any } = choicesOf(source);
  const refused = ranges.filter(({ quality }) => !quality);
  for (const { range, quality } of ranges) {
    const locale = !quality
      ? undefined
      : range === '*'
        ? any.find((tag) => rangeOf(tag, ranges)?.range === '*')
        : serving(range);
    if (locale !== undefined && (!refused.length || rangeOf(locale, ranges)?.quality !== 0)) {
      return locale;
    }
  }
  return any[0]!;
}
