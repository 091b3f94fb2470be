// Writes a file beside package.json for each entry that "exports" names, for resolvers that do not read "exports", as
// Parcel's and TypeScript's node10: to them `codeglot/engine` is the file engine.js, which is dist/engine.js by another
// name. Needs a built dist/. On failure: Node's own error, exit status 1.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** An entry with a pattern as the entries that it stands for. */
function expanded(entry, target) {
  if (!entry.includes('*')) {
    return [[entry, target]];
  }
  const names = readdirSync(join(root, dirname(target))).filter((name) => name.endsWith('.js'));
  return names.map((name) => [entry.replace('*', name.slice(0, -'.js'.length)), posix.join(dirname(target), name)]);
}

// An entry that is no more leaves nothing behind. Only such files are here (.gitignore).
for (const name of readdirSync(root).filter((one) => /\.(?:js|d\.ts)$/.test(one) || ['js', 'locales'].includes(one))) {
  rmSync(join(root, name), { recursive: true });
}
const modules = Object.entries(exports).filter(([entry, { default: target }]) => entry !== '.' && target?.endsWith('.js'));
for (const [entry, target] of modules.flatMap(([entry, { default: target }]) => expanded(entry, target))) {
  const from = JSON.stringify(posix.relative(dirname(entry), target).replace(/^(?!\.)/, './'));
  const hasDefault = /^export default|\bas default\b/m.test(readFileSync(join(root, target), 'utf8'));
  mkdirSync(dirname(join(root, entry)), { recursive: true });
  for (const ending of ['js', 'd.ts']) {
    writeFileSync(join(root, `${entry}.${ending}`), hasDefault ? `export { default } from ${from};\n` : `export * from ${from};\n`);
  }
}
