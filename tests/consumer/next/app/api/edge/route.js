// At the edge nothing compiles bytes at run time: there the package imports its WebAssembly as a module.
import { loadLocale, message } from 'codeglot';
import { createCatalog } from 'codeglot/formats';
import french from 'codeglot/locales/fr';

export const runtime = 'edge';

const catalog = createCatalog({ packs: [french] });

export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const locale = await loadLocale(searchParams.get('locale') ?? 'en');
  return Response.json({ text: message(135, locale), parts: catalog.resolve(135, 'fr', { max: 1234 }).parts });
}
