// The shape that the adapters of frameworks and codeglot/client have in common. No code: a catalog of any entry, and the
// namespace object of `codeglot` itself (`import * as codeglot from 'codeglot'`), has it without knowing.
import type { FormatsArgs } from './dates.js';
import type { Part } from './parts.js';

/** What of a catalog's resolution is read by who shows it. */
export interface MessageResolution {
  readonly text: string;
  readonly status: string;
  readonly direction: 'ltr' | 'rtl';
  /** Tag of the locale whose words these are. */
  readonly locale: string;
  readonly packLocale?: string;
  readonly parts?: readonly Part[];
}

/** An AbortSignal, also for hosts whose types have none. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  /** Has a listener called when the signal is aborted. */
  addEventListener(type: 'abort', listener: () => void): void;
  /** Has it called no more. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Where texts come from: the module `codeglot` itself, a catalog of `codeglot/engine` or of `codeglot/formats`, a loader's
 * catalog, or an object of your own.
 */
export interface MessageCatalog<Resolved = MessageResolution> {
  /** The text of a code for a reader of `locale`. */
  message(code: number, locale: string, args?: FormatsArgs | null): string;
  /** The same text, with the reason for it. */
  resolve(code: number, locale: string, args?: FormatsArgs | null): Resolved;
  /** Loads what a reader of `tag` needs, and resolves to the tag of the locale that serves them. Without it, all is there. */
  loadLocale?(tag: string, options?: { readonly signal?: AbortSignalLike | undefined }): Promise<string>;
  /** Has `listener` called whenever texts may read otherwise, until what it returns is called. */
  subscribe?(listener: () => void): () => void;
}
