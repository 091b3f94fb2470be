// Behind virtual:codeglot, in the browser or on a server: one catalog, which locales there are, and those that were loaded.
// Travels inside the bundle. On failure: only loadLocale rejects; what was loaded stays.

/** Not written as a whole, so that no bundler for browsers looks for it. */
const nodeFiles = ['node:fs', 'promises'].join('/');

/** The bytes at a URL; of a file where the bundle runs from files, in Node. */
export async function bytesAt(url, signal) {
  if (url.startsWith('file:')) {
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ nodeFiles);
    return readFile(new URL(url), { signal });
  }
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new Error(`codeglot: ${url} answers ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Serves the locales of a table: `tag`; `serves`, the readers it is for, each between spaces; `pack`, or `load`, which
 * fetches it; `version`, which changes with its bytes.
 */
export function serveCatalog(createCatalog, table) {
  let carried = table;
  let catalog;
  /** What was loaded, by tag. */
  const loaded = new Map();
  /** What is being loaded, by entry, so that callers share it. */
  const loads = new Map();
  const listeners = new Set();

  const take = (entry, pack) => loaded.set(entry.tag, { pack, version: entry.version });
  carried.filter(({ pack }) => pack).forEach((entry) => take(entry, entry.pack));

  // Made at the first call: importing compiles nothing.
  const open = () => (catalog ??= createCatalog({ packs: [...loaded.values()].map(({ pack }) => pack) }));

  function notify() {
    for (const listener of [...listeners]) {
      listener();
    }
  }

  /** The entry that serves a reader of `tag`. Reads tags as the runtime does. */
  function serving(tag) {
    const [, first, extended, script, region] =
      /^([a-z]{2,8})(?:-([a-z]{3}))?(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?(?![^-.@])/.exec(
        String(tag).toLowerCase().replace(/_/g, '-'),
      ) ?? [];
    const language = (extended ?? first ?? '') + (script ?? '');
    const find = (wanted) => carried.find(({ serves }) => serves.includes(` ${wanted} `));
    return find(language + (region ?? '')) ?? find(language);
  }

  /** Fetches a pack and adds it, unless the table has changed meanwhile. Stopped when all who wait have gone. */
  function begin(entry) {
    const controller = new AbortController();
    const load = { controller, waiting: 0 };
    load.done = entry.load(controller.signal).then((pack) => {
      if (carried.includes(entry)) {
        open().add(pack);
        take(entry, pack);
        notify();
      }
    });
    loads.set(entry, load);
    const end = () => loads.get(entry) === load && loads.delete(entry);
    load.done.then(end, end);
    return load;
  }

  function join(entry, signal) {
    const load = loads.get(entry) ?? begin(entry);
    load.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (--load.waiting === 0) {
          loads.delete(entry);
          load.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      load.done.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  async function loadLocale(tag, { signal } = {}) {
    signal?.throwIfAborted();
    for (let entry; (entry = serving(tag)) && !loaded.has(entry.tag); ) {
      await join(entry, signal);
    }
    return open().resolve(0, tag).packLocale;
  }

  /** Takes another table: fetches anew what is loaded and has changed, and lets go of what is gone. */
  async function replace(next) {
    const stale = next.filter(({ tag, version }) => loaded.has(tag) && loaded.get(tag).version !== version);
    const packs = await Promise.all(stale.map((entry) => entry.load()));
    carried = next;
    const gone = [...loaded.keys()].filter((tag) => !next.some((entry) => entry.tag === tag));
    gone.forEach((tag) => loaded.delete(tag));
    stale.forEach((entry, index) => take(entry, packs[index]));
    if (stale.length || gone.length) {
      // A catalog keeps the room of what it replaces, so a long day of edits takes a new one each time.
      catalog?.dispose();
      catalog = undefined;
    }
    notify();
  }

  return {
    message: (code, locale, args) => open().message(code, locale, args),
    resolve: (code, locale, args) => open().resolve(code, locale, args),
    resolveResponse: (response, locale, args, transport) => open().resolveResponse(response, locale, args, transport),
    loadLocale,
    locales: () => carried.map(({ tag }) => tag),
    subscribe(listener) {
      // A listener may be given twice, and each time has its own way out.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    replace,
  };
}
