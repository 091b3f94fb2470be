// A pattern that is written at run time. ICU is fetched at the first one, and with it what `codeglot data` has written.
import { loadIcu } from 'codeglot/icu';

const at = (name) => new URL(`data/${name}`, document.baseURI);
let loading;

export async function preview(pattern) {
  // This bundler emits no file for the engine's URL: codeglot-icu.wasm lies among the page's own files.
  const icu = await (loading ??= loadIcu({ module: at('codeglot-icu.wasm'), data: [at('root.cgdata'), at('de.cgdata')] }));
  return icu.format(pattern, 'de', { n: 1234.5, d: new Date(1637685775123) });
}
