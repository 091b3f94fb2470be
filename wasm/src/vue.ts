// The entry `codeglot/vue`: messages in components. A plugin gives a catalog and a locale to an app, whose components render
// again when either changes. For Vue 3.4 and newer, on servers and in browsers.
//
// On failure: components of an app without the plugin throw, and so does a catalog that was disposed: both are a program's
// mistakes. Nothing else does: a locale that cannot be loaded leaves the one that is shown (messageStore.ts).
import { Fragment, computed, getCurrentInstance, h, inject, onMounted, onUnmounted, shallowRef } from 'vue';
import type { AllowedComponentProps, Component, ComputedRef, InjectionKey, Plugin, SetupContext, VNode, VNodeProps, WritableComputedRef } from 'vue';
import { createStore } from './messageStore.js';
import type { AnyArgs, CodeProps, LoadState, MessageCatalog, MessageStore, Reader, Translate } from './messageStore.js';
import type { Part } from './parts.js';
import { named, renderParts } from './richParts.js';

export type { AnyArgs as Args, CodeProps, MessageCatalog, MessageResolution, Translate } from './messageStore.js';
export type { Part, Piece } from './parts.js';

/** What `createMessages` takes. */
export interface MessagesOptions {
  readonly catalog: MessageCatalog;
  /** The locale to begin with, a BCP 47 tag. */
  readonly locale: string;
  /** Told why a locale could not be loaded. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What `useLocale` gives. */
export interface LocaleControl extends Pick<LoadState, 'setLocale' | 'refresh'> {
  /** The locale that is shown. To assign another is to call `setLocale`, so it can be the model of a `<select>`. */
  readonly locale: WritableComputedRef<string>;
  readonly loading: ComputedRef<boolean>;
  readonly error: ComputedRef<unknown>;
}

/** What a slot of `Message` is given: the part, and what is in it as a node, for `<component :is="children" />`. */
export interface MessageSlotProps {
  readonly children: VNode;
  readonly part: Part;
}

/** The properties of `Message`. */
export type MessageProps<CodeArgs = {}, Code extends number = number> = CodeProps<CodeArgs, Code> & {
  /** An element around the text, with the text's own `lang` and `dir`. */
  readonly as?: string | Component | undefined;
};

/** `Message` with the arguments of a catalog's codes: `const Text = Message as MessageComponent<CodeArgs>`. */
export type MessageComponent<CodeArgs = {}> = new <const Code extends number>(
  props: MessageProps<CodeArgs, Code>,
) => {
  readonly $props: MessageProps<CodeArgs, Code> & VNodeProps & AllowedComponentProps;
  /** By the name of a markup or an argument, or an argument's type. */
  readonly $slots: Readonly<Record<string, (props: MessageSlotProps) => unknown>>;
};

interface Context {
  readonly store: MessageStore;
  readonly reader: ComputedRef<Reader>;
  readonly control: LocaleControl;
}

const key: InjectionKey<Context> = /* @__PURE__ */ Symbol();

function useContext(): Context {
  const context = inject(key, undefined);
  if (!context) {
    throw new Error('codeglot: app.use(createMessages()) is missing');
  }
  // Only what is mounted follows the catalog: a server's component never is. A listener of its own, for a set has no twins.
  const instance = getCurrentInstance();
  if (instance) {
    onMounted(() => onUnmounted(context.store.subscribe(() => {}), instance));
  }
  return context;
}

/** Makes the plugin that gives a catalog and a locale to an app: `app.use(createMessages({ catalog, locale }))`. */
export function createMessages({ catalog, locale: first, onError }: MessagesOptions): Plugin {
  const store = createStore(catalog, first);
  const shown = shallowRef(store.shown);
  // Computed, so that texts do not depend on how loading goes.
  const reader = computed(() => shown.value.reader);
  const { setLocale, refresh } = store.shown.state;
  store.onError = onError;
  store.listeners.add(() => (shown.value = store.shown));
  const control: LocaleControl = {
    locale: computed({ get: () => reader.value.locale, set: (tag) => void setLocale(tag) }),
    loading: computed(() => shown.value.state.loading),
    error: computed(() => shown.value.state.error),
    setLocale,
    refresh,
  };
  return { install: (app) => app.provide(key, { store, reader, control }) };
}

/** The text of a code in the locale that is shown; whatever calls it depends on the locale and on the catalog. */
export function useMessage<CodeArgs = {}>(): Translate<CodeArgs> {
  const { reader } = useContext();
  return ((code: number, args?: AnyArgs | null) => reader.value.message(code, args)) as Translate<CodeArgs>;
}

/** The locale that is shown, the switch to another, and how that goes. */
export const useLocale = (): LocaleControl => useContext().control;

/** The message of a code. Slots by the name of a markup or an argument, or an argument's type, render these parts. */
export const Message = {
  name: 'Message',
  props: ['code', 'args', 'as'],
  setup(props: MessageProps, { slots }: SetupContext) {
    const { reader } = useContext();
    const render = (part: Part, children: (VNode | string)[]): VNode | undefined => {
      const slot = named(slots, part);
      return slot && h(Fragment, slot({ children: h(Fragment, children), part }));
    };
    return () => {
      const resolution = reader.value.resolve(props.code, props.args);
      const nodes = renderParts(resolution, render);
      // Nodes in an array are kept apart from texts around them, which a page that takes over HTML could not tell.
      return props.as ? h(props.as, { lang: resolution.locale, dir: resolution.direction }, { default: () => nodes }) : nodes;
    };
  },
} as unknown as MessageComponent;
