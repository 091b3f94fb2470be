// Shows messages of several codes in several locales, and one response, from the built package. No tests here.
import { loadLocale, message, resolveResponse } from '../dist/index.js';

for (const locale of ['en', 'zh-Hans', 'fr', 'ar']) {
  await loadLocale(locale);
  for (const code of [3, 102, 135, 403]) {
    console.log(locale.padEnd(8), String(code).padStart(4), '', message(code, locale));
  }
}
const { text, code, name } = resolveResponse({ status: 403, body: '<html>Forbidden</html>' }, 'en');
console.log(`HTTP 403 is code ${code} (${name}): ${text}`);
