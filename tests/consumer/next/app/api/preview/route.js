import { loadIcu } from 'codeglot/icu';

let loading;

export async function GET(request) {
  const args = Object.fromEntries(new URL(request.url).searchParams);
  const icu = await (loading ??= loadIcu());
  return new Response(icu.format(args.pattern, 'en', args));
}
