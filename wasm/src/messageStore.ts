// What `codeglot/react` and `codeglot/vue` share: the locale that is shown, and what a reader of it is given. A store is
// the one owner of that: a locale is shown once it is loaded, and of two switches the later one wins.
//
// Everything that is given out is a value that never changes; another one is there as soon as texts may read otherwise. So
// a framework compares two of them to know whether to render.
//
// On failure: a locale that cannot be loaded leaves the one that is shown, and becomes the state's error. A catalog that was
// disposed throws, as it does everywhere.
import type { FormatsArgs } from './dates.js';
import type { Part } from './parts.js';
import type { ArgsOf } from './types.js';

/** What a program may give for a message. Only catalogs of `codeglot/formats` take dates. */
export type AnyArgs = FormatsArgs;

/** What of a catalog's resolution is read here. */
export interface MessageResolution {
  readonly text: string;
  readonly status: string;
  readonly direction: 'ltr' | 'rtl';
  /** Tag of the locale whose words these are. */
  readonly locale: string;
  readonly packLocale?: string;
  readonly parts?: readonly Part[];
}

/**
 * Where the texts come from: the module `codeglot` itself (`import * as codeglot from 'codeglot'`), a catalog of
 * `codeglot/engine` or of `codeglot/formats`, or an object of your own.
 */
export interface MessageCatalog {
  /** The text of a code for a reader of `locale`. Always a text, whatever is given. */
  message(code: number, locale: string, args?: AnyArgs | null): string;
  /** The same text, with the reason for it. */
  resolve(code: number, locale: string, args?: AnyArgs | null): MessageResolution;
  /** Loads what a reader of `tag` needs. Without it, all locales are there from the beginning. */
  loadLocale?(tag: string, options?: { readonly signal?: AbortSignal }): Promise<string>;
  /** Has `listener` called whenever texts may read otherwise, until what it returns is called. */
  subscribe?(listener: () => void): () => void;
}

/** The text of a code in the locale that is shown; its arguments are checked by a catalog's own CodeArgs. */
export type Translate<CodeArgs = {}> = <const Code extends number>(
  code: Code,
  ...args: ArgsOf<CodeArgs, Code, AnyArgs>
) => string;

/** The properties `code` and `args` of a component, checked in the same way. */
export type CodeProps<CodeArgs, Code extends number> = { readonly code: Code } & (ArgsOf<CodeArgs, Code, AnyArgs> extends [
  infer Required,
]
  ? { readonly args: Required }
  : { readonly args?: ArgsOf<CodeArgs, Code, AnyArgs>[0] | undefined });

/** What a reader of the shown locale is given. */
export interface Reader {
  readonly locale: string;
  readonly message: (code: number, args?: AnyArgs | null) => string;
  readonly resolve: (code: number, args?: AnyArgs | null) => MessageResolution;
}

/** How loading goes, and what can be done about it. */
export interface LoadState {
  /** A switch is under way; until it is done, the locale before it is shown. */
  readonly loading: boolean;
  /** Why the last switch failed; undefined from the next one on. */
  readonly error: unknown;
  /** Loads `tag`, then shows it. Resolves when that is done, has failed, or was overtaken by a later switch. */
  readonly setLocale: (tag: string) => Promise<void>;
  /** Has everything read again, for a catalog that changed and does not tell. */
  readonly refresh: () => void;
}

/** What is shown: one value for texts, one for what is said of loading them. */
export interface Shown {
  readonly reader: Reader;
  readonly state: LoadState;
}

export interface MessageStore {
  readonly catalog: MessageCatalog;
  shown: Shown;
  /** What was shown first: what a server rendered, and the page that takes over its HTML renders first. */
  readonly first: Shown;
  onError: ((error: unknown) => void) | undefined;
  /** Called after each change of what is shown, without following the catalog. */
  readonly listeners: Set<() => void>;
  /** Adds a listener. As long as there is one, the catalog is followed; with the first, the first locale is loaded. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(catalog: MessageCatalog, firstLocale: string): MessageStore {
  const listeners = new Set<() => void>();
  /** Of the switch under way. */
  let controller: AbortController | undefined;
  let firstIsDue = !!catalog.loadLocale;
  let subscribers = 0;
  let unsubscribe: (() => void) | undefined;

  const readerOf = (locale: string): Reader => ({
    locale,
    message: (code, args) => catalog.message(code, locale, args),
    resolve: (code, args) => catalog.resolve(code, locale, args),
  });

  /** Shows a new reader of `locale`, if there is one, and how loading goes. */
  function show(loading: boolean, error?: unknown, locale?: string): void {
    const reader = locale == null ? store.shown.reader : readerOf(locale);
    store.shown = { reader, state: { loading, error, setLocale, refresh } };
    listeners.forEach((listener) => listener());
  }

  function refresh(): void {
    const { reader, state } = store.shown;
    show(state.loading, state.error, reader.locale);
  }

  function setLocale(tag: string): Promise<void> {
    firstIsDue = false;
    controller?.abort();
    if (!catalog.loadLocale) {
      show(false, undefined, tag);
      return Promise.resolve();
    }
    const own = (controller = new AbortController());
    let packBefore: string | undefined;
    show(true);
    // Within the promise, so that a catalog that throws is one that rejects.
    return new Promise<string>((resolve) => {
      packBefore = catalog.resolve(0, tag).packLocale;
      resolve(catalog.loadLocale!(tag, { signal: own.signal }));
    }).then(
      (pack) => {
        if (own === controller) {
          // Where the same pack answers as before, no text needs to be rendered again.
          show(false, undefined, tag === store.shown.reader.locale && pack === packBefore ? undefined : tag);
        }
      },
      (error: unknown) => {
        if (own === controller) {
          show(false, error);
          store.onError?.(error);
        }
      },
    );
  }

  const first: Shown = {
    reader: readerOf(firstLocale),
    state: { loading: false, error: undefined, setLocale, refresh },
  };
  const store: MessageStore = {
    catalog,
    shown: first,
    first,
    onError: undefined,
    listeners,
    subscribe(listener) {
      listeners.add(listener);
      if (!subscribers++) {
        if (unsubscribe) {
          // The catalog may have changed while nobody followed it.
          refresh();
        }
        unsubscribe = catalog.subscribe?.(refresh);
        if (firstIsDue) {
          void setLocale(firstLocale);
        }
      }
      return () => {
        listeners.delete(listener);
        if (!--subscribers) {
          unsubscribe?.();
        }
      };
    },
  };
  return store;
}
