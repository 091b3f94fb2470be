// What the types let through and what not. A line under @ts-expect-error must not compile, every other must.
import * as codeglot from 'codeglot';
import { Codes } from 'codeglot/codes';
import type { CodeArgs } from 'codeglot/codes';
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import { Message, MessageProvider, useLocale, useMessage } from 'codeglot/react';
import type { Args, LoadState, MessageCatalog, MessageComponent, MessageProps, Translate } from 'codeglot/react';

// Every kind of catalog is one, also with a program's own types.
export const catalogs: MessageCatalog[] = [
  codeglot,
  engine.createCatalog(),
  engine.createCatalog<CodeArgs>(),
  formats.createCatalog(),
  formats.createCatalog<CodeArgs>(),
];
// @ts-expect-error: no resolve
export const half: MessageCatalog = { message: () => '' };

declare const received: number;
declare const given: Args;

export function Typed() {
  const message: Translate<CodeArgs> = useMessage<CodeArgs>();
  message(Codes.TooManyRoles);
  message(Codes.TooManyRoles, { max: 8 });
  message(135, { max: 8n });
  message(Codes.AuthFailed);
  message(received, given);
  // @ts-expect-error: the argument is max
  message(Codes.TooManyRoles, { mx: 8 });
  // @ts-expect-error: max is a number
  message(135, { max: '8' });
  // @ts-expect-error: the message has no arguments
  message(Codes.AuthFailed, { max: 8 });
  // @ts-expect-error: a code is a number
  message('135');
  return null;
}

export function Untyped() {
  const message = useMessage();
  message(135, { anything: 'x', due: new Date(0), zoned: { date: 0, zone: 'UTC' } });
  // @ts-expect-error: no boolean is an argument
  message(135, { max: true });
  const [locale, setLocale, { loading, error, refresh }] = useLocale();
  const tag: string = locale;
  const done: Promise<void> = setLocale('de');
  const state: Pick<LoadState, 'loading' | 'error'> = { loading, error };
  refresh();
  return [tag, done, state];
}

const Text: MessageComponent<CodeArgs> = Message as MessageComponent<CodeArgs>;
const props: MessageProps = { code: received, args: given };
const link = { link: (children: React.ReactNode) => <a href="/">{children}</a> };

export const elements = [
  <Message code={135} args={{ anything: 1 }} />,
  <Message {...props} as="p" className="x" components={link} />,
  <Message code={1} components={{ b: (_, { type, parts }) => `${type} ${parts?.[0]?.value}` }} />,
  <Text code={Codes.TooManyRoles} args={{ max: 8 }} />,
  <Text code={Codes.TooManyRoles} as="li" id="x" />,
  <Text code={received} args={given} />,
  <MessageProvider catalog={codeglot} locale="en" onError={(error: unknown) => console.error(error)} />,
  // @ts-expect-error: the argument is max
  <Text code={Codes.TooManyRoles} args={{ mx: 8 }} />,
  // @ts-expect-error: the message has no arguments
  <Text code={Codes.AuthFailed} args={{ max: 8 }} />,
  // @ts-expect-error: a code is missing
  <Message args={{ max: 8 }} />,
  // @ts-expect-error: no locale
  <MessageProvider catalog={codeglot} />,
  // @ts-expect-error: a component is a function
  <Message code={1} components={{ b: 'b' }} />,
];

interface OwnArgs {
  7: { readonly due: Date };
}
const Own = Message as MessageComponent<OwnArgs>;
export const own = [
  <Own code={7} args={{ due: new Date(0) }} />,
  // @ts-expect-error: due has no default
  <Own code={7} />,
];
