// Sets up the projects of this folder that have a package.json in ../../build/consumer, as their users would: what they
// depend on comes from the lock file, our own packages from the tarballs that wasm/scripts/install-packed.mjs has made.
// `node install.mjs [project]...`: these alone, for a quick look; without names all. Skips npm where nothing has changed. On
// failure: npm's own message, exit status 1.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const target = join(root, 'build/consumer');
const stamp = join(target, 'node_modules/.installed');
const packed = join(root, 'build/package');

function fail(line) {
  console.error(`install: ${line}`);
  process.exit(1);
}

/** Ours, by the names that they are installed under: "codeglot-vite-0.1.0.tgz" is @codeglot/vite. */
const tarballs = (existsSync(packed) ? readdirSync(packed) : []).flatMap((file) => {
  const [, name] = /^codeglot(?:-([a-z]+))?-\d.*\.tgz$/.exec(file) ?? [];
  return file.endsWith('.tgz') ? [[file, name ? `@codeglot/${name}` : 'codeglot']] : [];
});
if (!tarballs.length) {
  fail('the packages are not packed: run make packaged, or wasm/scripts/install-packed.mjs');
}
const projects = readdirSync(here).filter((name) => existsSync(join(here, name, 'package.json')));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !projects.includes(name));
if (unknown.length) {
  fail(`there is no project ${unknown.join(', ')}: there are ${projects.join(', ')}`);
}

/** What the installation depends on. */
const manifests = ['package.json', 'package-lock.json', '.npmrc', ...projects.map((name) => join(name, 'package.json'))];
const key = createHash('sha256');
manifests.forEach((path) => key.update(readFileSync(join(here, path))));
const installed = `${key.digest('hex')}\n`;
const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === installed;

mkdirSync(target, { recursive: true });
for (const name of wanted.length ? wanted : projects) {
  // All but what was installed and built there: a bundler's leftovers are none of the project's.
  const folder = join(target, name);
  if (existsSync(folder)) {
    readdirSync(folder).filter((entry) => entry !== 'node_modules').forEach((entry) => rmSync(join(folder, entry), { recursive: true }));
  }
}
const filter = (source) => !source.includes('node_modules');
for (const path of manifests) {
  cpSync(join(here, path), join(target, path));
}
for (const name of wanted.length ? wanted : projects) {
  cpSync(join(here, name), join(target, name), { recursive: true, filter });
}
if (!isCurrent) {
  try {
    execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: target, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch {
    fail('npm ci failed');
  }
  writeFileSync(stamp, installed);
}
// Unpacked as npm unpacks a tarball, and not linked: a bundler would follow a link to a folder without the projects' dependencies.
for (const [tarball, name] of tarballs) {
  const place = join(target, 'node_modules', name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  execFileSync('tar', ['-xzf', join(packed, tarball), '-C', place, '--strip-components=1']);
}
console.log(`${wanted.length || projects.length} projects in build/consumer`);
