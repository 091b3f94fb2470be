// A server component: the text is in the HTML, in the locale that the address names.
import { loadLocale, resolve } from 'codeglot';
import { LocaleSwitch } from './locale-switch.jsx';
import { Preview } from './preview.jsx';

export default async function Page({ searchParams }) {
  const { locale = 'en' } = await searchParams;
  await loadLocale(locale);
  const { text, locale: language, direction } = resolve(135, locale, { max: 8 });
  return (
    <main>
      <p id="server" lang={language} dir={direction}>
        {text}
      </p>
      <LocaleSwitch />
      <Preview />
    </main>
  );
}
