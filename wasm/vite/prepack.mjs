// Puts beside the sources what the package shares with the package codeglot, and the license, before npm packs it.
// On failure: Node's own error.
import { copyFileSync, mkdirSync } from 'node:fs';

mkdirSync(new URL('dist', import.meta.url), { recursive: true });
for (const [from, to] of [
  ['../scripts/encode.mjs', 'dist/encode.mjs'],
  ['../../LICENSE', 'LICENSE'],
  ['../../THIRD_PARTY_NOTICES', 'THIRD_PARTY_NOTICES'],
]) {
  copyFileSync(new URL(from, import.meta.url), new URL(to, import.meta.url));
}
