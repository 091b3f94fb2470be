// The libraries that we measure ourselves beside: their names, their installed versions, their entries in entries/.
// On failure: one error that says what to run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pluralPattern } from './messages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(here(path), 'utf8'));

export const entryFile = (entry) => here(`entries/${entry}.mjs`);

/** As { name, label, entry }, the label with the version that is installed. */
export function installedPeers() {
  const peers = [
    { name: 'intl-messageformat', entry: 'intl-messageformat' },
    { name: 'i18next', entry: 'i18next' },
    { name: '@fluent/bundle', entry: 'fluent' },
    { name: '@lingui/core', entry: 'lingui', note: ', compiler' },
    { name: 'messageformat', entry: 'messageformat', note: ', MF2' },
    { name: '@messageformat/core', entry: 'messageformat-core', note: ', precompiled' },
  ];
  const { dependencies } = readJson('package.json');
  for (const [name, wanted] of Object.entries(dependencies)) {
    const path = `node_modules/${name}/package.json`;
    const version = existsSync(here(path)) ? readJson(path).version : undefined;
    if (version !== wanted) {
      throw new Error(
        `bench: ${name} ${wanted} is ${version ? `here as ${version}` : 'missing'}: run npm ci in bench/`,
      );
    }
  }
  return peers.map(({ name, entry, note = '' }) => ({ name, entry, label: `${name} ${dependencies[name]}${note}` }));
}

/** Writes the module that @messageformat/core compiles a message to, for its entry. */
export async function writePrecompiled() {
  const { default: MessageFormat } = await import('@messageformat/core');
  const { default: compileModule } = await import('@messageformat/core/compile-module.js');
  mkdirSync(here('generated'), { recursive: true });
  writeFileSync(
    here('generated/messageformat-core.mjs'),
    compileModule(new MessageFormat('en'), { members: pluralPattern }),
  );
}
