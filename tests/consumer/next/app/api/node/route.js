import { loadLocale, message } from 'codeglot';
import { createCatalog } from 'codeglot/engine';
import french from 'codeglot/locales/fr';

const catalog = createCatalog({ packs: [french] });

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const locale = await loadLocale(searchParams.get('locale') ?? 'en');
  return Response.json({ text: message(135, locale), french: catalog.message(135, 'fr') });
}
