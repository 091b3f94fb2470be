// One message from Codeglot's own catalog, with English and Simplified Chinese built in.
import { message } from '../../wasm/dist/index.js';

export const text = message(135, 'en', { max: 8 });
