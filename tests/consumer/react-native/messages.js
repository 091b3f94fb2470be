// Messages in React Native: Hermes has neither WebAssembly nor Intl, and none is needed. Metro puts each locale that is
// imported into the bundle.
import { createCatalog } from 'codeglot/engine';
import english from 'codeglot/locales/en';
import french from 'codeglot/locales/fr';
import chinese from 'codeglot/locales/zh-Hans';

const catalog = createCatalog({ packs: [english, french, chinese] });

/** The text of a return code for the reader. */
export function messageOf(code, locale, args) {
  return catalog.message(code, locale, args);
}
