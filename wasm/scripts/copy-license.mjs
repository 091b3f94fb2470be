// Puts the project's license and notices beside the package.json of the current folder, where npm takes them into the
// tarball. On failure: one line, exit status 1.
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

if (!existsSync(from('LICENSE'))) {
  console.error('copy-license: the project has no LICENSE');
  process.exit(1);
}
for (const name of ['LICENSE', 'THIRD_PARTY_NOTICES', 'THIRD_PARTY_NOTICES.md']) {
  if (existsSync(from(name))) {
    copyFileSync(from(name), name);
  }
}
