// One message from Codeglot's engine and the English pack of the 55 codes.
import { createCatalog } from '../../wasm/dist/engine.js';
import pack from '../../wasm/dist/locales/en.js';

export const text = createCatalog({ packs: [pack] }).message(135, 'en', { max: 8 });
