// An application that shows what a service answered, in the language that its user picks.
import * as codeglot from 'codeglot';
import { Message, MessageProvider, useLocale, useMessage } from 'codeglot/react';
import { Codes } from 'codeglot/codes';
import type { CodeArgs } from 'codeglot/codes';

export function App({ locale, code }: { locale: string; code: number }) {
  return (
    <MessageProvider catalog={codeglot} locale={locale}>
      <LocalePicker />
      <Message code={code} as="p" role="alert" />
      <Hint />
    </MessageProvider>
  );
}

function LocalePicker() {
  const [locale, setLocale, { loading, error }] = useLocale();
  return (
    <>
      <select aria-label="Language" value={locale} disabled={loading} onChange={({ target }) => setLocale(target.value)}>
        {codeglot.locales.map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </select>
      {error ? <small>This language cannot be had right now.</small> : null}
    </>
  );
}

function Hint() {
  const message = useMessage<CodeArgs>();
  return <input placeholder={message(Codes.TooManyRoles, { max: 8 })} />;
}
