// Which carried locale serves which tags, asked of the runtime itself with all packs loaded: loadLocale must decide that
// before the packs are there. The answer has the runtime's own keys: language[-script][-region] in lower case, where the
// entry with a region comes before that without, and a script is never crossed.

import { exportNames } from './export-names.mjs';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const words = (length) => (length ? words(length - 1).flatMap((word) => letters.map((letter) => word + letter)) : ['']);

/** A chooser over all packs: the tag of the locale that serves a reader. Speaks the C interface directly. */
function chooser(wasm, packs) {
  const runtime = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports;
  const call = (name, ...values) => runtime[exportNames[name]](...values);
  const align = (address) => (address + 7) & ~7;
  const catalog = align(runtime.heap.value);
  let at = align(catalog + call('cg_catalog_size_bytes'));
  const packBytes = packs.reduce((sum, { bytes }) => sum + align(bytes.length), 0);
  runtime.memory.grow(Math.ceil((at + packBytes + 4096) / 65536));
  const memory = new Uint8Array(runtime.memory.buffer);
  call('cg_catalog_init', catalog, call('cg_catalog_size_bytes'), at);
  for (const { tag, bytes } of packs) {
    memory.set(bytes, at);
    const status = call('cg_catalog_add', catalog, at, bytes.length);
    if (status) {
      throw new Error(`the runtime refuses the pack of ${tag} with status ${status} of codeglot.h: build both anew`);
    }
    at += align(bytes.length);
  }
  return (tag) => {
    const { written } = new TextEncoder().encodeInto(tag, memory.subarray(at));
    return packs[call('cg_catalog_choose', catalog, at, written)].tag;
  };
}

/** Tag of each pack → the keys that it serves. Keys that the default locale serves as well as no other are left out. */
export function localeChoices(wasm, packs) {
  const choose = chooser(wasm, packs);
  const none = choose('und');
  const serves = new Map(packs.map(({ tag }) => [tag, []]));
  const scriptOf = (tag) => new Intl.Locale(tag).maximize().script?.toLowerCase();
  const carriedScripts = packs.map(({ tag }) => scriptOf(tag));
  const regions = [...words(2), '419'];
  const carriedLanguages = new Set(packs.map(({ tag }) => tag.split('-')[0]));
  const add = (key, without) => {
    const chosen = choose(key);
    if (chosen !== without) {
      serves.get(chosen).push(key);
    }
    return chosen;
  };
  for (const language of [...words(2), ...words(3)]) {
    const bare = add(language, none);
    if (bare === none && !carriedLanguages.has(language)) {
      continue;
    }
    for (const region of regions) {
      add(`${language}-${region}`, bare);
    }
    for (const script of new Set([...carriedScripts, scriptOf(language) ?? 'zyyy'])) {
      const scripted = add(`${language}-${script}`, none);
      for (const region of regions) {
        add(`${language}-${script}-${region}`, scripted);
      }
    }
  }
  return serves;
}
