'use client';
// A client component: the same text on the server and after hydration; another locale is fetched when it is chosen.
import { loadLocale, message } from 'codeglot';
import { useState } from 'react';

export function LocaleSwitch() {
  const [locale, setLocale] = useState('en');
  async function choose({ target }) {
    const tag = target.value;
    await loadLocale(tag);
    setLocale(tag);
  }
  return (
    <>
      <select value={locale} onChange={choose}>
        <option>en</option>
        <option>de</option>
        <option>ar</option>
      </select>
      <p id="client">{message(135, locale, { max: 8 })}</p>
    </>
  );
}
