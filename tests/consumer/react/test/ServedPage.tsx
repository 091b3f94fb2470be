// The page that the tests of servers render: texts beside texts, in an attribute, with parts, and as an element.
import { Message, MessageProvider, useLocale, useMessage } from 'codeglot/react';
import type { LoadState, MessageCatalog } from 'codeglot/react';
import { StrictMode } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Terms } from '../src/Terms.js';

export let setLocale: LoadState['setLocale'];

const Page = ({ children }: { children?: ReactNode }) => {
  const message = useMessage();
  const [locale, set, { loading }] = useLocale();
  setLocale = set;
  return (
    <main title={message(2)} data-loading={loading}>
      {locale}: <Message code={1} args={{ name: 'Zoë' }} />, then <Terms code={3} who="A" />
      <Message code={2} as="p" />
      {children}
    </main>
  );
};

export const app = (catalog: MessageCatalog, locale: string, children?: ReactNode): ReactElement => (
  <StrictMode>
    <MessageProvider catalog={catalog} locale={locale}>
      <Page>{children}</Page>
    </MessageProvider>
  </StrictMode>
);
