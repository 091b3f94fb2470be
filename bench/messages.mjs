// The messages that every contender formats: static ones of the project's own catalog in two locales, and one with a
// plural and a number. Reads locales/; fails if that has not enough of them.
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../locales/${name}.json`, import.meta.url), 'utf8'));

/** Calls take the codes and locales in turn, by a mask: their counts are powers of two. */
const staticCodes = 8;

export const locales = ['en', 'zh-Hans'];
export const pluralCode = 135;
export const pluralPattern =
  '{max, plural, one{You can add at most # family member.} other{You can add at most # family members.}}';

// Neither braces, quotes and the like, nor a first character or a space at an end that Fluent's syntax reads.
const isPlain = (text) => text !== undefined && text === text.trim() && !/[{}'$%<]|^[.*[]/.test(text);

/** Texts that are the same in every library's syntax, as { locale: { code: text } }. */
export function staticTexts() {
  const files = locales.map(read);
  const codes = read('codes').codes.filter(({ name }) => files.every((file) => isPlain(file[name])));
  if (codes.length < staticCodes) {
    throw new Error(`bench: locales/ has ${codes.length} plain messages; ${staticCodes} are needed`);
  }
  const chosen = codes.slice(0, staticCodes);
  return Object.fromEntries(
    locales.map((locale, index) => [
      locale,
      Object.fromEntries(chosen.map(({ code, name }) => [code, files[index][name]])),
    ]),
  );
}

/** What a message with a plural must print, by a formatter and rules that we keep. */
const numbers = new Intl.NumberFormat('en');
const rules = new Intl.PluralRules('en');
export const pluralText = (max) =>
  rules.select(max) === 'one'
    ? `You can add at most ${numbers.format(max)} family member.`
    : `You can add at most ${numbers.format(max)} family members.`;
