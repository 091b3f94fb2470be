// Catalogs for the tests of the framework adapters, of the messages in messages/. Tests run from a project's build/, beside
// its packs/.
import { readFileSync } from 'node:fs';
import { createCatalog } from 'codeglot/formats';
import type { Catalog } from 'codeglot/formats';

export const pack = (tag: string): Uint8Array => readFileSync(new URL(`../packs/${tag}.cgpk`, import.meta.url));

export const catalogOf = (...tags: string[]): Catalog => createCatalog({ packs: tags.map(pack) });

/** One call of loadLocale, which ends when the test says so. */
export interface Request {
  readonly tag: string;
  readonly signal: AbortSignal | undefined;
  finish(): void;
  fail(error: unknown): void;
}

/** A catalog that loads its locales when asked, and tells of changes: what a program's own loader gives an adapter. */
export function loadable(...tags: string[]) {
  const catalog = catalogOf(...tags);
  const requests: Request[] = [];
  const listeners = new Set<() => void>();
  return {
    catalog,
    requests,
    listeners,
    message: catalog.message.bind(catalog) as Catalog['message'],
    resolve: catalog.resolve.bind(catalog) as Catalog['resolve'],
    loadLocale(tag: string, options?: { readonly signal?: AbortSignal }): Promise<string> {
      return new Promise((resolve, reject) => {
        const finish = () => {
          catalog.add(pack(tag));
          resolve(tag);
        };
        requests.push({ tag, signal: options?.signal, finish, fail: reject });
      });
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Replaces a pack, as a development server does, and tells. */
    replace(bytes: Uint8Array): void {
      catalog.add(bytes);
      listeners.forEach((listener) => listener());
    },
  };
}

/** Lets everything that is already settled run on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
