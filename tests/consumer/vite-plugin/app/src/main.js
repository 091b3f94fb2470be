// The page: two messages, a switch of the locale, and a counter, whose number is the state that a reload would lose.
import { loadLocale, locales, message, subscribe } from 'virtual:codeglot';
import { Codes } from 'virtual:codeglot/codes';

let locale = 'en';
const element = (id) => document.getElementById(id);

function show() {
  element('message').textContent = message(Codes.NotAllowed, locale);
  element('limit').textContent = message(Codes.TooManyItems, locale, { max: 3 });
  element('locales').textContent = locales.join(' ');
}

element('count').addEventListener('click', ({ target }) => {
  target.textContent = String(Number(target.textContent) + 1);
});
element('french').addEventListener('click', async () => {
  locale = await loadLocale('fr-BE');
  show();
});
subscribe(show);
show();
