// A service worker that answers POST /message with the message of { code, locale, args }, offline as well. Locales are
// imported, because a service worker loads no module later: loadLocale() needs a bundle in one file there.
import { addLocale, message } from 'codeglot';
import french from 'codeglot/locales/fr';

addLocale(french);

async function answer(request) {
  const { code, locale, args } = await request.json();
  return new Response(message(code, locale, args));
}

addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/message') {
    event.respondWith(answer(event.request));
  }
});
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
