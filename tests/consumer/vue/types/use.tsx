// What the types let through and what not. A line under @ts-expect-error must not compile, every other must.
import * as codeglot from 'codeglot';
import { Codes } from 'codeglot/codes';
import type { CodeArgs } from 'codeglot/codes';
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import { Message, createMessages, useLocale, useMessage } from 'codeglot/vue';
import type { Args, LocaleControl, MessageCatalog, MessageComponent, MessageProps, Translate } from 'codeglot/vue';
import { createApp, h } from 'vue';
import type { VNode } from 'vue';

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

createApp({}).use(createMessages({ catalog: codeglot, locale: 'en', onError: (error: unknown) => console.error(error) }));
// @ts-expect-error: no locale
createMessages({ catalog: codeglot });

export function typed(): void {
  const message: Translate<CodeArgs> = useMessage<CodeArgs>();
  message(Codes.TooManyRoles);
  message(Codes.TooManyRoles, { max: 8 });
  message(135, { max: 8n });
  message(received, given);
  // @ts-expect-error: the argument is max
  message(Codes.TooManyRoles, { mx: 8 });
  // @ts-expect-error: max is a number
  message(135, { max: '8' });
  // @ts-expect-error: the message has no arguments
  message(Codes.AuthFailed, { max: 8 });
  // @ts-expect-error: a code is a number
  message('135');
}

export function untyped(): string {
  const message = useMessage();
  message(135, { anything: 'x', due: new Date(0), zoned: { date: 0, zone: 'UTC' } });
  // @ts-expect-error: no boolean is an argument
  message(135, { max: true });
  const { locale, loading, error, setLocale, refresh }: LocaleControl = useLocale();
  const done: Promise<void> = setLocale('de');
  void done;
  refresh();
  locale.value = 'de';
  // @ts-expect-error: only told
  loading.value = true;
  return locale.value + loading.value + String(error.value);
}

const Text = Message as MessageComponent<CodeArgs>;
const props: MessageProps = { code: received, args: given };
type SlotProps = Parameters<InstanceType<MessageComponent>['$slots'][string]>[0];
export const slot = ({ children, part }: SlotProps): [VNode, string | undefined] => [children, part.value];

export const elements = [
  <Message code={135} args={{ anything: 1 }} />,
  <Message {...props} as="p" class="x" key="1" />,
  <Text code={Codes.TooManyRoles} args={{ max: 8 }} />,
  <Text code={Codes.TooManyRoles} as="li" />,
  <Text code={received} args={given} />,
  // @ts-expect-error: the argument is max
  <Text code={Codes.TooManyRoles} args={{ mx: 8 }} />,
  // @ts-expect-error: the message has no arguments
  <Text code={Codes.AuthFailed} args={{ max: 8 }} />,
  h(Message, { code: 1, args: given, class: 'x' }, { link: ({ children }: SlotProps) => [children] }),
  // @ts-expect-error: a code is missing
  <Message args={{ max: 8 }} />,
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
