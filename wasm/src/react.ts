'use client';
// The entry `codeglot/react`: messages in components. A provider has a catalog and a locale; what is below it renders again
// when either changes. For React 18 and 19, on servers and in browsers.
//
// On failure: components below no provider throw, and so does a catalog that was disposed: both are a program's mistakes.
// Nothing else does: a locale that cannot be loaded leaves the one that is shown (messageStore.ts).
import { Fragment, createContext, createElement, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ElementType, HTMLAttributes, ReactElement, ReactNode } from 'react';
import { createStore } from './messageStore.js';
import type { CodeProps, LoadState, MessageCatalog, MessageStore, Shown, Translate } from './messageStore.js';
import type { Part } from './parts.js';
import { named, renderParts } from './richParts.js';

export type { AnyArgs as Args, CodeProps, LoadState, MessageCatalog, MessageResolution, Translate } from './messageStore.js';
export type { Part, Piece } from './parts.js';

/** The properties of `MessageProvider`. */
export interface MessageProviderProps {
  readonly catalog: MessageCatalog;
  /** The locale to begin with, a BCP 47 tag. Another one later is switched to, as by setLocale. */
  readonly locale: string;
  /** Told why a locale could not be loaded. */
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly children?: ReactNode;
}

/** Renders a markup, or an argument: `children` is what is in it, or its text. */
export type RenderPart = (children: ReactNode, part: Part) => ReactNode;

/** The properties of `Message`. */
export type MessageProps<CodeArgs = {}, Code extends number = number> = CodeProps<CodeArgs, Code> & {
  /** An element around the text, with the text's own `lang` and `dir`. It takes the other properties, too. */
  readonly as?: ElementType | undefined;
  /** What to make of markup by its name, and of arguments by their name or, without that, their type (`number`, …). */
  readonly components?: Readonly<Record<string, RenderPart>> | undefined;
} & Omit<HTMLAttributes<HTMLElement>, 'children'>;

/** `Message` with the arguments of a catalog's codes: `const Text = Message as MessageComponent<CodeArgs>`. */
export type MessageComponent<CodeArgs = {}> = <const Code extends number>(props: MessageProps<CodeArgs, Code>) => ReactElement;

const StoreContext = /* @__PURE__ */ createContext<MessageStore | undefined>(undefined);

function useShown<Key extends keyof Shown>(key: Key): Shown[Key] {
  const store = useContext(StoreContext);
  if (!store) {
    throw new Error('codeglot: no MessageProvider above');
  }
  // The third is for servers, and for HTML that came from there.
  return useSyncExternalStore(
    store.subscribe,
    () => store.shown[key],
    () => store.first[key],
  );
}

/** Gives a catalog and a locale to the components below. */
export function MessageProvider({ catalog, locale, onError, children }: MessageProviderProps): ReactElement {
  const [store, setStore] = useState(() => createStore(catalog, locale));
  if (store.catalog !== catalog) {
    // React renders this component again at once. Whoever reads goes on in the locale that is shown.
    setStore(createStore(catalog, store.shown.reader.locale));
  }
  const followed = useRef(locale);
  useEffect(() => {
    store.onError = onError;
    // Not the locale that was shown last: effects also run again without a change, and the user may have chosen another.
    if (followed.current !== locale) {
      followed.current = locale;
      void store.shown.state.setLocale(locale);
    }
  });
  return createElement(StoreContext.Provider, { value: store }, children);
}

/** The text of a code in the locale that is shown. Another function is returned whenever texts may read otherwise. */
export const useMessage = <CodeArgs = {}>(): Translate<CodeArgs> =>
  useShown('reader').message as Translate<CodeArgs>;

/** The locale that is shown, the switch to another, and how that goes. */
export const useLocale = (): readonly [locale: string, setLocale: LoadState['setLocale'], state: LoadState] => {
  const { locale } = useShown('reader');
  const state = useShown('state');
  return [locale, state.setLocale, state];
};

/** The message of a code, as text or, with `components`, as what its parts become. */
export const Message = (({ code, args, as, components, ...others }: MessageProps) => {
  const resolution = useShown('reader').resolve(code, args);
  const render = (part: Part, children: ReactNode[]): ReactNode => {
    const component = named(components!, part);
    // Spread, because children of one element need no keys.
    const inner = children.length > 1 ? createElement(Fragment, null, ...children) : children[0];
    return component && (component(inner, part) ?? null);
  };
  const content: ReactNode[] = components ? renderParts(resolution, render) : [resolution.text];
  return as
    ? createElement(as, { lang: resolution.locale, dir: resolution.direction, ...others }, ...content)
    : createElement(Fragment, null, ...content);
}) as MessageComponent;
