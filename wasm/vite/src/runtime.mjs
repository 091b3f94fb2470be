// Behind virtual:codeglot, in the browser or on a server: one catalog, which locales there are, and those that were loaded.
// Travels inside the bundle. On failure: only loadLocale rejects; what was loaded stays.

// A longer tag is no locale (CG_MAX_LOCALE_TAG_BYTES).
const tagUnitsMost = 64;

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
 * The pack of a table that serves a reader of `tag`, if one does: the table of `codeglot compile --manifest`, read as the
 * runtime reads tags. A key is a tag without which a shorter one would answer.
 */
export function servingPack({ unserved, packs }, tag) {
  let key = String(tag).toLowerCase().replace(/_/g, '-').replace(/[.@].*/s, '');
  while (key && key.length <= tagUnitsMost) {
    const has = ({ serves }) => ` ${serves} `.includes(` ${key} `);
    const pack = packs.find(has);
    if (pack || has({ serves: unserved })) {
      return pack;
    }
    // Never past a script.
    key = /^[^-]+-[a-z]{4}$/.test(key) ? '' : key.slice(0, Math.max(0, key.lastIndexOf('-')));
  }
  return undefined;
}

/**
 * Serves the locales of a table: `unserved`, tags that no locale serves, and `packs`: `tag`; `serves`, the tags of its
 * readers, between spaces; `pack`, or `load`, which fetches it; `version`, which changes with its bytes.
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
  carried.packs.filter(({ pack }) => pack).forEach((entry) => take(entry, entry.pack));

  // Made at the first call: importing compiles nothing.
  const open = () => (catalog ??= createCatalog({ packs: [...loaded.values()].map(({ pack }) => pack) }));

  function notify() {
    for (const listener of [...listeners]) {
      listener();
    }
  }

  /** Fetches a pack and adds it, unless the table has changed meanwhile. Stopped when all who wait have gone. */
  function begin(entry) {
    const controller = new AbortController();
    const load = { controller, waiting: 0 };
    load.done = entry.load(controller.signal).then((pack) => {
      if (carried.packs.includes(entry)) {
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
    for (let entry; (entry = servingPack(carried, tag)) && !loaded.has(entry.tag); ) {
      await join(entry, signal);
    }
    return open().resolve(0, tag).packLocale;
  }

  /** Takes another table: fetches anew what is loaded and has changed, and lets go of what is gone. */
  async function replace(next) {
    const stale = next.packs.filter(({ tag, version }) => loaded.has(tag) && loaded.get(tag).version !== version);
    const packs = await Promise.all(stale.map((entry) => entry.load()));
    carried = next;
    const gone = [...loaded.keys()].filter((tag) => !next.packs.some((entry) => entry.tag === tag));
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
    locales: () => carried.packs.map(({ tag }) => tag),
    subscribe(listener) {
      // A listener may be given twice, and each time has its own way out.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    replace,
  };
}
