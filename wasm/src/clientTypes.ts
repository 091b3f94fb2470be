// The shapes that codeglot/client and the adapters of frameworks have in common. No code: a catalog of any entry, and the
// namespace object of `codeglot` itself, has them without knowing.
import type { Pack, Resolution, ServiceResponse } from './types.js';

/** What resolve gives, as far as any catalog's has it. */
export type ResolvedText = Omit<Resolution, 'status'> & { readonly status: string };

/** An AbortSignal, also for hosts whose types have none. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What shows messages: a catalog, a loader's catalog, or an application's own. */
export interface MessageCatalog {
  message(code: number, locale: string, args?: any): string;
  resolve(code: number, locale: string, args?: any): ResolvedText;
  /** Resolves to the tag of the locale that serves a reader of `tag`, when it is loaded. */
  loadLocale?(tag: string, options?: { readonly signal?: AbortSignalLike | undefined }): Promise<string>;
  /** Tells of each locale that was added. The result ends it. */
  subscribe?(listener: () => void): () => void;
}

/** A catalog that packs can be added to: of `codeglot/engine`, of `codeglot/formats`, or `codeglot` as a namespace. */
export type AnyCatalog = MessageCatalog & {
  resolveResponse?(response: ServiceResponse, locale: string, args?: any, transport?: string): ResolvedText;
} & ({ add(pack: Pack): void } | { addLocale(pack: Pack): void });
