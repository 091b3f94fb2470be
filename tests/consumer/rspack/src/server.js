// A service that answers with the text of a code: /135?locale=de. Another shows a pattern: /preview?pattern={n}.
import { createServer } from 'node:http';
import { loadLocale, message } from 'codeglot';
import { loadIcu } from 'codeglot/icu';

const icu = await loadIcu();

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const locale = await loadLocale(searchParams.get('locale') ?? 'en');
  const args = Object.fromEntries(searchParams);
  const text = args.pattern ? icu.format(args.pattern, locale, args) : message(Number(pathname.slice(1)), locale);
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(text);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
