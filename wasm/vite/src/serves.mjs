// Which locale serves which readers, asked of the runtime itself with all packs loaded, for a command that writes no
// manifest.json. The answer has the form of the manifest: tags in lower case that no shorter tag's answer is right for.

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const words = (length) => (length ? words(length - 1).flatMap((word) => letters.map((letter) => word + letter)) : ['']);
const regions = [...words(2), '419'];
const scriptOf = (tag) => new Intl.Locale(tag).maximize().script?.toLowerCase();

/** Tag of each pack → the tags that it serves. `catalog` has all packs. */
export function servesOf(catalog, tags) {
  const choose = (tag) => catalog.resolve(0, tag).packLocale;
  const none = choose('und');
  const serves = new Map(tags.map((tag) => [tag, []]));
  const scripts = tags.map(scriptOf);
  const languages = new Set(tags.map((tag) => tag.split('-')[0]));
  const add = (key, without) => {
    const chosen = choose(key);
    if (chosen !== without) {
      serves.get(chosen).push(key);
    }
    return chosen;
  };
  for (const language of [...words(2), ...words(3)]) {
    const bare = add(language, none);
    if (bare === none && !languages.has(language)) {
      continue;
    }
    for (const region of regions) {
      add(`${language}-${region}`, bare);
    }
    for (const script of new Set([...scripts, scriptOf(language) ?? 'zyyy'])) {
      const scripted = add(`${language}-${script}`, none);
      for (const region of regions) {
        add(`${language}-${script}-${region}`, scripted);
      }
    }
  }
  return serves;
}
