import { loadLocale, message } from 'codeglot';
import { createCatalog } from 'codeglot/engine';
import { loadIcu } from 'codeglot/icu';
import french from 'codeglot/locales/fr';

const catalog = createCatalog({ packs: [french] });

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const args = Object.fromEntries(searchParams);
  const locale = await loadLocale(args.locale ?? 'en');
  const icu = await loadIcu();
  return Response.json({ text: message(135, locale), french: catalog.message(135, 'fr'), preview: icu.format(args.pattern ?? '', locale, args) });
}
