// The load of the memory tests: calls and lives of catalogs, as a long-running program has them. Knows no host: the browser
// tests run it, too. `watchInstances` must be called before the package makes its first instance.

/** Notes the memory of each instance of WebAssembly that is made from now on, without keeping it alive. */
export function watchInstances() {
  let made = 0;
  let memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(...given) {
      super(...given);
      memories.push(new WeakRef(this.exports.memory));
      made++;
    }
  };
  return {
    /** How many were made, how many are there still, and how large their memories are. */
    measure() {
      memories = memories.filter((memory) => memory.deref());
      return { made, count: memories.length, bytes: memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0) };
    },
  };
}

/** Texts and tags are made once: what is measured is not theirs. */
const strings = Array.from({ length: 100 }, (_, index) => 'Ünï🎉'.repeat(index));
const tags = Array.from({ length: 3000 }, (_, index) => `en-x-t${index}`);

/** Calls `message` so many times: mostly what is known, and some of everything else that comes from outside. */
export function callMessages(catalog, count) {
  const { locales } = catalog;
  for (let call = 0; call < count; call++) {
    switch (call % 10) {
      case 0:
      case 1:
      case 2:
        catalog.message(135, 'en', { max: call % 1000 });
        break;
      case 3:
        catalog.message(1, 'en', { reference: strings[call % strings.length] });
        break;
      case 4:
        catalog.message(1_000_000 + call, 'en');
        break;
      case 5:
        catalog.message(102, locales[call % locales.length]);
        break;
      case 6:
        // Rarely, because a tag that is not known yet costs ten times as much as a message.
        catalog.message(102, tags[(call / 100) % tags.length | 0]);
        break;
      default:
        catalog.message(102, 'zh-Hans');
    }
  }
}

/** How a catalog's life ends. */
export const endings = {
  disposed: (catalog) => catalog.dispose(),
  used: (catalog) => catalog[Symbol.dispose](),
  dropped: () => {},
};

/** Makes so many catalogs, lets each say something, and ends them. */
export async function cycleCatalogs(createCatalog, [first, ...others], count, ending) {
  for (let cycle = 0; cycle < count; cycle++) {
    const catalog = createCatalog({ packs: [first] });
    others.forEach((pack) => catalog.add(pack));
    catalog.message(135, 'en', { max: cycle });
    endings[ending](catalog);
    if (cycle % 50 === 0) {
      // What a WeakRef is made of, or is asked for, lives to the end of the task, whoever else has let go of it.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
