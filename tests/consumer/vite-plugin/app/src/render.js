// What a server renders for a reader: the locale that serves them, which locales there are, and texts.
import * as catalog from 'virtual:codeglot';
import { Codes } from 'virtual:codeglot/codes';

export async function render(tag) {
  const locale = await catalog.loadLocale(tag);
  return [
    locale,
    catalog.locales.join(' '),
    catalog.message(Codes.NotAllowed, tag),
    catalog.message(Codes.TooManyItems, tag, { max: 3 }),
    catalog.resolveResponse({ status: 403 }, tag).text,
  ];
}
