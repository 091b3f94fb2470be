// Several services' catalogs side by side, each with codes of its own. On failure: a service that is not known has a text
// and a status, as an unknown code has; only a mistake in making them throws.
import type { ResolvedText, ResponseCatalog } from './clientTypes.js';
import type { FormatsArgs } from './dates.js';
import type { AbortSignalLike } from './messageCatalog.js';
import type { ArgsOf, ServiceResponse } from './types.js';

/** What follows the locale: checked where the service and the code are known when a program is compiled. */
export type ServiceArgs<CodeArgs, Name extends string, Code extends number> = Name extends keyof CodeArgs
  ? ArgsOf<CodeArgs[Name], Code, FormatsArgs>
  : [args?: FormatsArgs | null];

/** A service's catalog, and its namespace if it is known. */
export type ServiceCatalog = ResponseCatalog & { readonly namespace?: string | undefined };

/** A resolution of some catalog; of an unknown service it has the status `unknown-service`, and its code as it came. */
export type ServiceResolution = ResolvedText;

/** Several services' catalogs. Made by createServices. */
export interface Services<CodeArgs> {
  /** The text of a service's code. Always a text, whatever is given. */
  message<const Name extends string, const Code extends number>(
    service: Name,
    code: Code,
    locale: string,
    ...args: ServiceArgs<CodeArgs, Name, Code>
  ): string;
  /** The same text, with the reason for it. */
  resolve<const Name extends string, const Code extends number>(
    service: Name,
    code: Code,
    locale: string,
    ...args: ServiceArgs<CodeArgs, Name, Code>
  ): ServiceResolution;
  /** The text for a service's answer, by the transports of its own catalog. */
  resolveResponse(service: string, response: ServiceResponse, locale: string, args?: FormatsArgs | null, transport?: string): ServiceResolution;
  /**
   * Loads the locale that serves a reader in each catalog that can load. Resolves to the tags that serve, by service; if
   * one fails, it rejects when all are done.
   */
  loadLocale(tag: string, options?: { readonly signal?: AbortSignalLike | undefined }): Promise<Record<keyof CodeArgs & string, string>>;
  /** Tells of each locale that is added to one of them. The result ends it. */
  subscribe(listener: () => void): () => void;
}

const shown = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return '';
  }
};

/** Makes services of catalogs by name. Throws if two of them have one namespace. */
export function createServices<CodeArgs>(catalogs: { readonly [Name in keyof CodeArgs]: ServiceCatalog }): Services<CodeArgs> {
  const byName = new Map<unknown, ServiceCatalog>(Object.entries(catalogs));
  const owners = new Map<string, unknown>();
  for (const [name, { namespace }] of byName) {
    if (namespace !== undefined && owners.has(namespace)) {
      throw new Error(`codeglot: ${owners.get(namespace)} and ${name} both have the namespace ${namespace}: give each service its own catalog`);
    }
    if (namespace !== undefined) {
      owners.set(namespace, name);
    }
  }
  const unknown = (service: unknown, code: unknown): ServiceResolution => ({
    text: `[${shown(service)} ${shown(code)}]`,
    status: 'unknown-service',
    code: code as number,
    name: '',
    locale: '',
    packLocale: '',
    direction: 'ltr',
    argument: undefined,
  });
  return {
    message: (service: string, code: number, locale: string, args?: any) =>
      byName.get(service)?.message(code, locale, args) ?? unknown(service, code).text,
    resolve: (service: string, code: number, locale: string, args?: any) =>
      byName.get(service)?.resolve(code, locale, args) ?? unknown(service, code),
    resolveResponse: (service, response, locale, args, transport) =>
      byName.get(service)?.resolveResponse?.(response, locale, args, transport) ?? unknown(service, 0),
    async loadLocale(tag, options) {
      const results = await Promise.allSettled(
        [...byName].map(async ([name, catalog]) => [
          name,
          catalog.loadLocale ? await catalog.loadLocale(tag, options) : catalog.resolve(0, tag).packLocale,
        ]),
      );
      return Object.fromEntries(
        results.map((result) => {
          if (result.status === 'rejected') {
            throw result.reason;
          }
          return result.value;
        }),
      );
    },
    subscribe(listener) {
      const ends = [...byName.values()].map((catalog) => catalog.subscribe?.(listener));
      return () => ends.forEach((end) => end?.());
    },
  };
}
