// Gets bytes over a network that fails: tries again where that may help, stops when nobody waits, tells how far it is.
// On failure: LoadError, or the reason of the signal that stopped it.
import type { AbortSignalLike } from './messageCatalog.js';
import type { ManifestPack } from './manifest.js';

// The longest waits, whatever a server asks for, in milliseconds.
const retryAfterMost = 60_000;
const backOffMost = 30_000;

/** How much of a locale's pack is there. */
export interface Progress {
  /** Of the locale that is loaded: the one that serves what was asked for. */
  readonly tag: string;
  readonly loadedBytes: number;
  /** Of the whole pack; undefined where neither the manifest nor the server says. */
  readonly totalBytes: number | undefined;
}

/** What is read of a response of fetch. */
export interface FetchedResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: {
    /** A header's value, by its name in any case. */
    get(name: string): string | null;
  };
  /** A ReadableStream, where the host has them. */
  readonly body?: any;
  /** All of the body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** fetch, or what stands for it. */
export type Fetch = (url: string, init: { readonly signal: any }) => Promise<FetchedResponse>;

/** A locale or a manifest that could not be loaded. */
export class LoadError extends Error {
  /** Of the response; 0 without one. */
  readonly status: number;
  readonly url: string;
  /** Milliseconds that the server asked to wait; undefined where another try cannot help. @internal */
  readonly wait: number | undefined;

  constructor(url: string, status: number, what: string, cause?: unknown, wait?: number) {
    super(`codeglot: ${url} ${what}`, { cause });
    this.name = 'LoadError';
    this.url = url;
    this.status = status;
    this.wait = wait;
  }
}

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly retries: number;
  readonly retryDelay: number;
  readonly timeout: number;
}

const wrongBytes = 'is not the pack of the manifest: deploy both together';

/** An error for a response that is none of a pack. */
function refusal(url: string, { status, headers }: FetchedResponse): LoadError {
  const passing = status === 408 || status === 429 || status >= 500;
  const after = passing && headers.get('retry-after');
  const wait = after ? +after * 1000 || Date.parse(after) - Date.now() || 0 : 0;
  const advice = passing ? 'load the locale again later' : 'deploy packs and manifest together';
  return new LoadError(url, status, `answers ${status}: ${advice}`, undefined, passing ? wait : undefined);
}

/** Reads a body to its end; `tell` hears of each piece. */
async function read(response: FetchedResponse, tell: (bytes: number) => void): Promise<Uint8Array> {
  const reader = response.body?.getReader?.();
  if (!reader) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    tell(bytes.length);
    return bytes;
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    pieces.push(value);
    tell((length += value.length));
  }
  const bytes = new Uint8Array(length);
  for (const piece of pieces.reverse()) {
    bytes.set(piece, (length -= piece.length));
  }
  return bytes;
}

/** One request. `expected`: the bytes of the whole, if known; no more are read. */
export async function request(
  url: string,
  expected: number | undefined,
  options: DownloadOptions,
  signal: AbortSignalLike,
  tell: (loadedBytes: number, totalBytes: number | undefined) => void,
): Promise<Uint8Array> {
  const own = new AbortController();
  const stop = () => own.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, options.timeout);
  };
  signal.addEventListener('abort', stop);
  try {
    alive();
    const response = await options.fetch(url, { signal: own.signal });
    if (!response.ok) {
      throw refusal(url, response);
    }
    const { headers } = response;
    const total = expected ?? ((!headers.get('content-encoding') && Number(headers.get('content-length'))) || undefined);
    tell(0, total);
    return await read(response, (loaded) => {
      alive();
      if (loaded > expected!) {
        throw new LoadError(url, response.status, wrongBytes);
      }
      tell(loaded, total);
    });
  } catch (error) {
    const stalled = own.signal.aborted ? `sent nothing for ${options.timeout} ms` : 'cannot be reached';
    throw error instanceof LoadError ? error : new LoadError(url, 0, `${stalled}: load the locale again later`, error, 0);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop(); // Of a response that nobody reads to its end, too.
  }
}

/** Waits; a signal ends it early. */
const pause = (milliseconds: number, signal: AbortSignalLike): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
  });

/** Runs `work`, and again while its LoadError says that this may help. Rejects with the signal's reason once it is raised. */
export async function persistently<Result>(
  work: () => Promise<Result>,
  { retries, retryDelay }: DownloadOptions,
  signal: AbortSignalLike,
): Promise<Result> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const result = await work();
      if (!signal.aborted) {
        return result;
      }
    } catch (error) {
      const wait = (error as LoadError).wait;
      if (!signal.aborted) {
        if (wait === undefined || tries >= retries) {
          throw error;
        }
        // Doubled each time, and not the same for all clients of a server that has just come back.
        const backOff = Math.min(retryDelay * 2 ** tries * (0.75 + Math.random() / 2), backOffMost);
        await pause(Math.max(backOff, Math.min(wait, retryAfterMost)), signal);
      }
    }
  }
  throw signal.reason;
}

/** Throws where bytes are not the pack that the manifest has: its checksum is bytes 12 to 15, the lowest first. */
export function checkPack(url: string, bytes: Uint8Array, { bytes: expected, hash }: ManifestPack): void {
  const own = [15, 14, 13, 12].map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('');
  if (bytes.length !== (expected ?? bytes.length) || own !== (hash ?? own)) {
    throw new LoadError(url, 200, wrongBytes);
  }
}
