// The catalogs that codeglot/client works with: their types alone.
import type { FormatsArgs } from './dates.js';
import type { MessageCatalog } from './messageCatalog.js';
import type { Pack, Resolution, ServiceResponse } from './types.js';

/** What resolve gives, as far as any catalog's has it. */
export type ResolvedText = Omit<Resolution, 'status'> & { readonly status: string };

/** A catalog, and what reads a service's answers by it. */
export type ResponseCatalog = MessageCatalog<ResolvedText> & {
  resolveResponse?(response: ServiceResponse, locale: string, args?: FormatsArgs | null, transport?: string): ResolvedText;
};

/** A catalog that packs can be added to: of `codeglot/engine`, of `codeglot/formats`, or `codeglot` as a namespace. */
export type AnyCatalog = ResponseCatalog & ({ add(pack: Pack): void } | { addLocale(pack: Pack): void });
