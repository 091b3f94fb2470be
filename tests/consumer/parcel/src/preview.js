// A pattern that is written at run time. ICU is fetched at the first one, and with it what `codeglot data` has written.
import { loadIcu } from 'codeglot/icu';

const data = ['root', 'de'].map((name) => new URL(`data/${name}.cgdata`, document.baseURI));
let loading;

export async function preview(pattern) {
  const icu = await (loading ??= loadIcu({ data }));
  return icu.format(pattern, 'de', { n: 1234.5, d: new Date(1637685775123) });
}
