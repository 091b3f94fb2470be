// With webpack, Next gives code of the server an address for browsers: there the engine is a file of the project's own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadIcu } from 'codeglot/icu';

let loading;

export async function GET(request) {
  const args = Object.fromEntries(new URL(request.url).searchParams);
  const icu = await (loading ??= loadIcu({ module: pathToFileURL(join(process.cwd(), 'public/data/codeglot-icu.wasm')) }));
  return new Response(icu.format(args.pattern, 'en', args));
}
