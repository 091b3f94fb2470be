// A Cloudflare Worker that is sent {"code": 135, "locale": "fr-BE", "args": {"max": 12}} and answers with the message.
// Nothing to set up: by the condition "workerd", Wrangler chooses the build that imports the package's .wasm file.
import { loadLocale, message } from 'codeglot';

export default {
  async fetch(request) {
    const { code, locale, args } = await request.json();
    await loadLocale(locale);
    return new Response(message(code, locale, args));
  },
};
