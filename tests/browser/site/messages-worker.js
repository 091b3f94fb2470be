// A web worker that is sent { code, locale, args } and answers with the message.
import { loadLocale, message } from 'codeglot';

addEventListener('message', async ({ data: { code, locale, args } }) => {
  await loadLocale(locale);
  postMessage(message(code, locale, args));
});
