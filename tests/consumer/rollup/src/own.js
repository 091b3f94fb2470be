// Packs of your own choice: nothing of the built-in catalog is in this page.
import { createCatalog } from 'codeglot/engine';

async function show() {
  const { default: french } = await import('codeglot/locales/fr');
  const catalog = createCatalog({ packs: [french] });
  document.querySelector('#message').textContent = catalog.message(135, 'fr', { max: 8 });
}
show();
