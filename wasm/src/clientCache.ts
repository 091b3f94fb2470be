// Keeps files in the browser's Cache Storage, so that what was loaded once is there without a network. Where there is none,
// or it fails (no secure context, no room, a private window), it is as if there were nothing in it.

/** A file that was kept, and how to keep one. */
export interface FileCache {
  read(url: string): Promise<Uint8Array | undefined>;
  /** `others`: the beginning of the addresses that this one takes the place of. */
  write(url: string, bytes: Uint8Array, others: string): Promise<void>;
}

export function fileCache(name: string | undefined): FileCache {
  const open = async () => (name === undefined ? undefined : caches.open(name));
  return {
    async read(url) {
      try {
        const response = await (await open())?.match(url);
        return response && new Uint8Array(await response.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    async write(url, bytes, others) {
      try {
        const cache = await open();
        await cache?.put(url, new Response(bytes as Uint8Array<ArrayBuffer>));
        for (const request of (await cache?.keys()) ?? []) {
          if (request.url.startsWith(new URL(others, request.url).href) && request.url !== new URL(url, request.url).href) {
            await cache!.delete(request);
          }
        }
      } catch {
        // It is loaded all the same.
      }
    },
  };
}
