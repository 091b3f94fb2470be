// A message with its numbers in bold: codeglot/formats says which part of a text is what.
import { createCatalog } from 'codeglot/formats';
import french from 'codeglot/locales/fr';

const catalog = createCatalog({ packs: [french] });

export function emphasized(code, args) {
  return catalog.resolve(code, 'fr', args).parts.map(({ type, value }) => {
    const element = document.createElement(type === 'number' ? 'b' : 'span');
    element.textContent = value;
    return element;
  });
}
