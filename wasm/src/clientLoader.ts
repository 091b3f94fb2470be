// Loads locales into a catalog when they are asked for: each once, whoever asks, from files beside a manifest or by the
// imports that it names. On failure: rejects with LoadError, PackError or the caller's own reason; the catalog is then as
// it was, and the next call tries again.
import { fileCache } from './clientCache.js';
import { checkPack, LoadError, persistently, request } from './clientDownload.js';
import type { DownloadOptions, Fetch, Progress } from './clientDownload.js';
import { negotiate } from './clientNegotiate.js';
import { Sharing } from './clientSharing.js';
import type { WaitOptions } from './clientSharing.js';
import type { AnyCatalog } from './clientTypes.js';
import type { Manifest, ManifestPack } from './manifest.js';
import type { AbortSignalLike } from './messageCatalog.js';
import type { Pack, ServiceResponse } from './types.js';

/** What a loader works with. */
export interface LoaderOptions<Catalog extends AnyCatalog> {
  /** Where locales are added. */
  readonly catalog: Catalog;
  /** What `codeglot compile --manifest` wrote, or its URL. */
  readonly manifest: Manifest | string | { readonly href: string };
  /** The folder of the packs. By default that of the manifest, or the page's. */
  readonly baseUrl?: string | { readonly href: string };
  /** The namespace that the manifest must have. */
  readonly namespace?: string;
  /** By default the host's. */
  readonly fetch?: Fetch;
  /** Tries after the first one. By default 3. */
  readonly retries?: number;
  /** Milliseconds before the first of them; each later one waits twice as long, up to 30 s. By default 500. */
  readonly retryDelay?: number;
  /** Milliseconds without a byte after which a request has failed. By default 30,000. */
  readonly timeout?: number;
  /** The name of a cache in Cache Storage: what was loaded once is then there without a network. */
  readonly cache?: string;
}

/** How one call waits. */
export interface LoadOptions {
  /** Ends the wait of this call; the request goes on as long as another call waits for it. */
  readonly signal?: AbortSignalLike | undefined;
  /** Told as bytes come; not where the locale is there already. One that throws rejects its own call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The catalog as adapters of frameworks take it. Its functions need no `this`. */
export type LoaderCatalog<Catalog extends AnyCatalog> = Pick<Catalog, Extract<'message' | 'resolve' | 'resolveResponse', keyof Catalog>> & {
  /** Of the manifest; undefined until it is there. */
  readonly namespace: string | undefined;
  /** As `load` of the loader. */
  loadLocale(tag: string, options?: LoadOptions): Promise<string>;
  /** Tells of each locale that was added, until what it returns is called. */
  subscribe(listener: () => void): () => void;
};

/** Loads locales into a catalog. Made by createLoader. */
export interface Loader<Catalog extends AnyCatalog> {
  /**
   * Loads the locale that serves a reader, unless it is there, and resolves to its tag. Takes a tag, an Accept-Language
   * header or a list as `navigator.languages`.
   */
  load(wanted: string | readonly string[] | null | undefined, options?: LoadOptions): Promise<string>;
  /** The manifest, loaded if need be. */
  manifest(options?: Pick<LoadOptions, 'signal'>): Promise<Manifest>;
  readonly catalog: LoaderCatalog<Catalog>;
}

const addressOf = (address: string | { readonly href: string }): string =>
  typeof address === 'string' ? address : address.href;

const folderOf = (url: string): string => url.replace(/[?#][^]*/, '').replace(/[^/]*$/, '');

/** The manifest, if it is one, and the right one. */
function checked(manifest: Manifest, where: string, namespace: string | undefined): Manifest {
  if (manifest?.version !== 1 || !manifest.packs?.length) {
    throw new Error(`codeglot: ${where} is no manifest of version 1: make it with codeglot compile --manifest`);
  }
  if (namespace !== undefined && manifest.namespace !== namespace) {
    throw new Error(`codeglot: ${where} has the namespace ${manifest.namespace}, not ${namespace}: give each catalog its own`);
  }
  return manifest;
}

/** Makes a loader. Throws for a manifest that is none, or of another namespace. */
export function createLoader<Catalog extends AnyCatalog>(options: LoaderOptions<Catalog>): Loader<Catalog> {
  const { catalog, namespace, manifest: source, retries = 3, retryDelay = 500, timeout = 30_000 } = options;
  const manifestUrl = typeof source === 'object' && 'packs' in source ? undefined : addressOf(source);
  const base = options.baseUrl === undefined ? folderOf(manifestUrl ?? '') : addressOf(options.baseUrl).replace(/\/?$/, '/');
  const download: DownloadOptions = { fetch: options.fetch ?? ((url, init) => fetch(url, init)), retries, retryDelay, timeout };
  const cache = fileCache(options.cache);
  const sharing = new Sharing<Progress>();
  const listeners = new Set<() => void>();
  let known = manifestUrl === undefined ? checked(source as Manifest, 'the manifest', namespace) : undefined;

  async function readManifest(signal: AbortSignalLike): Promise<Manifest> {
    const url = manifestUrl!;
    const kept = await cache.read(url);
    let bytes = kept;
    try {
      // What was kept stands in at once; without it another try is all there is.
      bytes = await persistently(() => request(url, undefined, download, signal, () => {}), kept ? { ...download, retries: 0 } : download, signal);
    } catch (error) {
      if (!kept || signal.aborted) {
        throw error;
      }
    }
    let manifest: Manifest | undefined;
    try {
      manifest = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      // No JSON is no manifest.
    }
    known = checked(manifest!, url, namespace);
    if (bytes !== kept) {
      void cache.write(url, bytes!, url);
    }
    return known;
  }

  function add(pack: Pack): void {
    if ('add' in catalog) {
      catalog.add(pack);
    } else {
      catalog.addLocale(pack);
    }
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        setTimeout(() => {
          throw error; // The host's to report: the locale is loaded.
        });
      }
    }
  }

  async function imported(pack: ManifestPack, signal: AbortSignalLike): Promise<void> {
    const module = await persistently(
      () =>
        pack.load!().catch((error) => {
          // What an import, too, rejects with where the network fails.
          throw error instanceof TypeError
            ? new LoadError(pack.tag, 0, 'cannot be imported: load the locale again later', error, 0)
            : error;
        }),
      download,
      signal,
    );
    add((module as { readonly default?: Pack })?.default ?? (module as Pack));
  }

  async function loadPack(pack: ManifestPack, signal: AbortSignalLike, tell: (progress: Progress) => void): Promise<void> {
    if (pack.load) {
      return imported(pack, signal);
    }
    const url = base + pack.file;
    const kept = await cache.read(url);
    if (kept && !signal.aborted) {
      try {
        checkPack(url, kept, pack);
        return add(kept);
      } catch {
        // Damaged, or of an earlier release: it is fetched again.
      }
    }
    const bytes = await persistently(
      () =>
        request(url, pack.bytes, download, signal, (loadedBytes, totalBytes) => tell({ tag: pack.tag, loadedBytes, totalBytes })),
      download,
      signal,
    );
    checkPack(url, bytes, pack);
    add(bytes);
    void cache.write(url, bytes, `${base}${pack.tag}.`);
  }

  const manifest = (waiting?: WaitOptions<Progress>): Promise<Manifest> =>
    known ? Promise.resolve(known) : sharing.share(source, readManifest, { signal: waiting?.signal });

  const load: Loader<Catalog>['load'] = async (wanted, waiting) => {
    const known = await manifest(waiting);
    const tag = negotiate(wanted, known);
    const pack = known.packs.find((one) => one.tag === tag)!;
    if (catalog.resolve(0, tag).packLocale !== tag) {
      await sharing.share(tag, (signal, tell) => loadPack(pack, signal, tell), waiting);
    }
    return tag;
  };

  return {
    load,
    manifest,
    catalog: {
      message: (code: number, locale: string, args: any) => catalog.message(code, locale, args),
      resolve: (code: number, locale: string, args: any) => catalog.resolve(code, locale, args),
      resolveResponse: (response: ServiceResponse, locale: string, args: any, transport: string) =>
        catalog.resolveResponse!(response, locale, args, transport),
      get namespace() {
        return known?.namespace;
      },
      loadLocale: load,
      subscribe(listener: () => void) {
        const own = () => listener();
        listeners.add(own);
        return () => void listeners.delete(own);
      },
    } as unknown as LoaderCatalog<Catalog>,
  };
}
