// Checks the packed tarballs with publint and with "are the types wrong", both without network. Run install-packed first.
// On failure: their findings, exit status 1.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '../build/package');
const tarballOf = (pattern) => readdirSync(folder).filter((name) => pattern.test(name)).map((name) => join(folder, name));
const [tarball] = tarballOf(/^codeglot-\d.*\.tgz$/);
function check(tool, ...args) {
  try {
    execFileSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'pipe', encoding: 'utf8' });
    console.log(`${tool}: clean`);
  } catch (error) {
    console.error(`${tool} finds:\n${error.stdout}${error.stderr}`);
    process.exitCode = 1;
  }
}

check('publint', 'run', tarball, '--strict');
// Only imports, by resolvers that read "exports": the package has no CommonJS side. A .wasm file has no types.
const modules = ['./codeglot.wasm', './codeglot-formats.wasm', './codeglot-icu.wasm'];
check('attw', tarball, '--profile', 'esm-only', '--no-definitely-typed', '--exclude-entrypoints', ...modules);
for (const other of tarballOf(/^codeglot-(?:cli|vite)-\d.*\.tgz$/)) {
  check('publint', 'run', other, '--strict');
  check('attw', other, '--profile', 'esm-only', '--no-definitely-typed');
}
