// A page that shows a message in the reader's language, and previews patterns that are not in any pack.
import { loadLocale, message, resolve } from 'codeglot';
import { emphasized } from './emphasized.js';

const languages = document.querySelector('select');

async function showMessage() {
  await loadLocale(languages.value); // fetched when it is first chosen; English and Chinese are built in
  const { text, locale, direction } = resolve(135, languages.value, { max: 8 });
  Object.assign(document.querySelector('#message'), { textContent: text, lang: locale, dir: direction });
}

async function showPreview() {
  const { preview } = await import('./preview.js');
  document.querySelector('#preview').textContent = await preview(document.querySelector('#pattern').value);
}

document.querySelector('h1').textContent = message(102, 'en');
document.querySelector('#emphasized').append(...emphasized(135, { max: 1234 }));
document.querySelector('button').addEventListener('click', showPreview);
languages.addEventListener('change', showMessage);
showMessage();
