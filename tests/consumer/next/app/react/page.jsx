'use client';
// The same with codeglot/react: what is below the provider renders again when the locale is switched.
import * as codeglot from 'codeglot';
import { Message, MessageProvider, useLocale } from 'codeglot/react';

function Languages() {
  const [locale, setLocale] = useLocale();
  return (
    <select value={locale} onChange={({ target }) => setLocale(target.value)}>
      <option>en</option>
      <option>de</option>
      <option>ar</option>
    </select>
  );
}

export default function Page() {
  return (
    <MessageProvider catalog={codeglot} locale="en">
      <Languages />
      <Message code={135} args={{ max: 8 }} as="p" id="client" />
    </MessageProvider>
  );
}
