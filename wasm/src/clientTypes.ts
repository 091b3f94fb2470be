// The catalogs that codeglot/client works with: their types alone.
import type { FormatsArgs } from './dates.js';
import type { MessageCatalog } from './messageCatalog.js';
import type { Pack, Resolution, ServiceResponse } from './types.js';

/** What resolve gives, as far as any catalog's has it. */
export type ResolvedText = Omit<Resolution, 'status'> & { readonly status: string };

/** A catalog, and what reads a service's answers by it. */
export type ResponseCatalog = MessageCatalog<ResolvedText> & {
  /** The text for a service's answer. */
  resolveResponse?(response: ServiceResponse, locale: string, args?: FormatsArgs | null, transport?: string): ResolvedText;
};

/** What a pack is added to: a catalog of an entry. */
export interface PackTaker {
  /** Throws PackError for a pack that the runtime refuses. */
  add(pack: Pack): void;
}

/** What a pack is added to: `codeglot` as a namespace. */
export interface PackNamespace {
  /** Throws PackError for a pack that the runtime refuses. */
  addLocale(pack: Pack): void;
}

/** A catalog that packs can be added to: of `codeglot/engine`, of `codeglot/formats`, or `codeglot` as a namespace. */
export type AnyCatalog = ResponseCatalog & (PackTaker | PackNamespace);
