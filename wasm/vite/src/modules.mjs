// The texts of the virtual modules. Whatever comes from files is written as JSON, so that no tag and no message becomes
// code. On failure: throws only for a module that the build has no pack for.
import { readFileSync } from 'node:fs';
import { literal, packToText } from '../dist/encode.mjs';
import { codesModule } from './declaration.mjs';

export const names = {
  catalog: 'virtual:codeglot',
  codes: 'virtual:codeglot/codes',
  runtime: 'virtual:codeglot/runtime',
  pack: 'virtual:codeglot/pack/',
};

/** Whether this plugin has a module of that name. */
export const isOurs = (name) => name === names.catalog || name.startsWith(`${names.catalog}/`);

/** The dev server's event with a new table, and the page's question for it. */
export const events = { table: 'codeglot:table', ask: 'codeglot:ask' };

/** The module with the bytes of a pack, as text: the same for browsers, servers and every bundler. */
function packModule(build, tag) {
  const pack = build.packs.find((one) => one.tag === tag);
  if (!pack) {
    throw new Error(`codeglot: there is no locale ${tag}; there are ${build.packs.map((one) => one.tag).join(', ')}`);
  }
  return `export default ${literal(packToText(pack.bytes))};\n`;
}

/** The path of a pack on the dev server, which serves packs under `base`. Another one when its bytes are others. */
const pathOf = ({ tag, hash }, base) => `${base}${encodeURIComponent(tag)}.cgpk?v=${hash}`;

/** What a page of the dev server is told of all locales. */
export const devTable = (build, base) => ({
  unserved: build.unserved,
  packs: build.packs.map((pack) => ({ tag: pack.tag, serves: pack.serves, version: pack.hash, path: pathOf(pack, base) })),
});

/** A change that a page can only take by loading again. */
export const shapeOf = (build) => JSON.stringify([build.runtime, build.builtIn]);

/**
 * The catalog. `sourceOf`: how a pack that is not built in is loaded, as members of its entry; `before`, `after`: what
 * the module does besides.
 */
function catalogModule(build, sourceOf, { before = '', after = '' } = {}) {
  const imports = build.builtIn.map((tag, index) => `import pack${index} from ${JSON.stringify(names.pack + tag)};\n`);
  const entries = build.packs.map((pack) => {
    const index = build.builtIn.indexOf(pack.tag);
    const members = [`tag: ${JSON.stringify(pack.tag)}`, `serves: ${JSON.stringify(pack.serves)}`];
    members.push(...sourceOf(pack, index < 0), ...(index < 0 ? [] : [`pack: pack${index}`]));
    return `    { ${members.join(', ')} },\n`;
  });
  return `import { createCatalog } from 'codeglot/${build.runtime}';
import { bytesAt, serveCatalog } from '${names.runtime}';
${imports.join('')}${before}
const catalog = serveCatalog(createCatalog, {
  unserved: ${JSON.stringify(build.unserved)},
  packs: [
${entries.join('')}  ],
});
export const { message, resolve, resolveResponse, loadLocale, subscribe } = catalog;
export let locales = catalog.locales();
${after}`;
}

/** Packs as modules of their own: on servers, and for bundlers without files of a plugin's. */
export const catalogOfModules = (build) =>
  catalogModule(build, ({ tag }, isApart) =>
    isApart ? [`load: () => import(${JSON.stringify(names.pack + tag)}).then(({ default: pack }) => pack)`] : [],
  );

/** Packs as files beside the bundle. `emit` takes a pack and gives its reference in Rollup. */
export const catalogOfAssets = (build, emit) =>
  catalogModule(build, (pack, isApart) =>
    isApart ? [`load: (signal) => bytesAt(import.meta.ROLLUP_FILE_URL_${emit(pack)}, signal)`] : [],
  );

/** Packs from the dev server, replaced as it says. */
export function catalogOfServer(build, base) {
  const before = `
const here = import.meta.url;
const load = (path) => (signal) => bytesAt(new URL(path, here).href, signal);
`;
  const after = `
catalog.subscribe(() => {
  locales = catalog.locales();
});
if (import.meta.hot) {
  let broken = false;
  import.meta.hot.on('vite:error', ({ err }) => {
    broken = err.plugin === 'codeglot';
  });
  import.meta.hot.on('${events.table}', async (table) => {
    if (broken) {
      document.querySelectorAll('vite-error-overlay').forEach((overlay) => overlay.close());
      broken = false;
    }
    await catalog.replace({ ...table, packs: table.packs.map((entry) => ({ ...entry, load: load(entry.path) })) });
  });
  import.meta.hot.send('${events.ask}', {});
}
`;
  const sourceOf = (pack) => [`version: ${JSON.stringify(pack.hash)}`, `load: load(${JSON.stringify(pathOf(pack, base))})`];
  return catalogModule(build, sourceOf, { before, after });
}

/** The other modules. */
export function moduleText(name, build) {
  if (name === names.runtime) {
    return readFileSync(new URL('runtime.mjs', import.meta.url), 'utf8');
  }
  if (name === names.codes) {
    return codesModule(build.typescript);
  }
  return packModule(build, name.slice(names.pack.length));
}
