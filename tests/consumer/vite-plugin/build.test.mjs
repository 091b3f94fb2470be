// `vite build`: packs are files that are named after their contents, the built page shows both locales in Chromium at
// whatever address it lies, a server that is built from the same files prints the same, and what does not compile
// fails the build with its place.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { open, options } from '../../../tests/browser/chromium.mjs';
import { serve } from '../../../tests/browser/serve.mjs';
import { application, until } from './project.mjs';

const english = ['en', 'en fr', 'You may not buy this.', 'Only 3 items fit.', 'You may not buy this.'];
const french = ['fr', 'en fr', 'Vous ne pouvez pas acheter ceci.', '3 articles au plus.', 'Vous ne pouvez pas acheter ceci.'];
const packsIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.cgpk'));
const config = (root, outDir, more = {}) => ({ root, logLevel: 'silent', ...more, build: { outDir, ...more.build } });

/** Builds, serves the output under a path, and reads the page in both locales. */
async function show(base, below) {
  const root = application();
  await build(config(root, `out${below}`, { base }));
  const server = await serve(join(root, 'out'));
  const { browser, page, complaints } = await open(`${server.url}${below}/`);
  try {
    const packs = [];
    page.on('request', (request) => request.url().endsWith('.cgpk') && packs.push(new URL(request.url()).pathname));
    const texts = async () => [await page.textContent('#message'), await page.textContent('#limit')];
    await page.waitForFunction(() => document.getElementById('message').textContent);
    const first = await texts();
    assert.deepEqual(packs, [], 'the default locale is in the bundle');
    await page.click('#french');
    await page.waitForFunction((text) => document.getElementById('message').textContent !== text, first[0]);
    assert.deepEqual([first, await texts()], [english.slice(2, 4), french.slice(2, 4)]);
    assert.equal(packs.length, 1);
    assert.match(packs[0], new RegExp(`^${below}/assets/fr-[\\w-]{8}\\.cgpk$`));
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    server.close();
  }
}

test('the built page shows two locales, the second from a hashed file', options, () => show('/', ''));
test('so it does below a path', options, () => show('/shop/', '/shop'));
test('so it does where its address is not known', options, () => show('./', '/anywhere'));

test('another text is another file name, and the same text the same', async () => {
  const root = application();
  await build(config(root, 'out/first'));
  await build(config(root, 'out/second'));
  const [first] = packsIn(join(root, 'out/first/assets'));
  assert.deepEqual(packsIn(join(root, 'out/second/assets')), [first]);
  const file = join(root, 'locales/fr.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('acheter ceci', 'acheter cela'));
  await build(config(root, 'out/third'));
  const third = packsIn(join(root, 'out/third/assets'));
  assert.equal(third.length, 1);
  assert.notEqual(third[0], first);
});

test('a server prints what the page shows, and reads no file', async () => {
  const root = application();
  await build(config(root, 'out', { build: { ssr: 'src/render.js' } }));
  const { render } = await import(pathToFileURL(join(root, 'out/render.js')));
  assert.deepEqual(await render('fr-CA'), french);
  assert.deepEqual(await render('de'), english);
  assert.deepEqual(readdirSync(join(root, 'out'), { recursive: true }).filter((name) => name.endsWith('.cgpk')), []);
});

test('what does not compile fails the build with file, line, column and frame', async () => {
  const root = application();
  const file = join(root, 'locales/en.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Only # item fits.', 'Only {count} fits.'));
  await assert.rejects(build(config(root, 'out')), ({ message }) => {
    assert.match(message, /locales\/en\.json:6:45: error: \{count\} is not declared in codes\.json for this code; it has max/);
    assert.match(message, /6 \|.*"too-many-items": "\{max, plural, one\{Only \{count\} fits/);
    return true;
  });
  assert.ok(!existsSync(join(root, 'out')));
});

test('all that is wrong is said in one run, errors first', async () => {
  const root = application();
  writeFileSync(join(root, 'locales/fr.json'), '{ "$locale": "fr", "no-such-code": "", "not-allowed": "{a}" }\n');
  await assert.rejects(build(config(root, 'out')), ({ message }) => {
    const places = [...message.matchAll(/^(?:CompileError: |\[codeglot\] )?locales\/fr\.json\S* (error|warning): /gm)];
    const kinds = places.map(([, kind]) => kind);
    assert.ok(kinds.filter((kind) => kind === 'error').length >= 2, message);
    assert.ok(kinds.includes('warning'), message);
    assert.deepEqual(kinds, [...kinds].sort());
    return true;
  });
});

test('a warning is said once, and stops nothing', async () => {
  const root = application();
  const file = join(root, 'locales/fr.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/many\{[^}]*\} /, ''));
  const warnings = [];
  const note = (text) => warnings.push(text);
  const customLogger = { info() {}, warn: note, warnOnce: note, error: note, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await build({ ...config(root, 'out'), logLevel: 'warn', customLogger });
  const ours = warnings.filter((text) => text.includes('locales/fr.json:6:22: warning: the plural of {max} lacks many, which fr needs'));
  assert.equal(ours.length, 1, warnings.join('\n'));
  assert.equal(packsIn(join(root, 'out/assets')).length, 1);
});

test('a watcher builds again when a text changes, also after an error', async () => {
  const root = application();
  const file = join(root, 'locales/fr.json');
  const packs = () => (existsSync(join(root, 'out/assets')) ? packsIn(join(root, 'out/assets')).join() : '');
  const edit = (from, to) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  const errors = [];
  const watcher = await build(config(root, 'out', { build: { watch: {} } }));
  watcher.on('event', (event) => {
    event.result?.close();
    if (event.code === 'ERROR') {
      errors.push(event.error.message);
    }
  });
  try {
    await until(() => packs().startsWith('fr-'));
    const first = packs();
    edit('acheter ceci', 'acheter cela');
    await until(() => packs().startsWith('fr-') && packs() !== first);
    edit('"not-allowed"', '"not-alowed"');
    await until(() => errors.some((message) => message.includes('locales/fr.json:5:3: error: "not-alowed"')));
    writeFileSync(file, readFileSync(file, 'utf8').replace('"not-alowed"', '"not-allowed"').replace('acheter cela', 'acheter ceci'));
    await until(() => packs() === first);
  } finally {
    await watcher.close();
  }
});

test('a folder that is not there, and a locale that is not, are said to be', async () => {
  const root = application();
  const of = (codeglot) => build({ ...config(root, 'out'), configFile: false, plugins: [codeglot] });
  const { default: codeglot } = await import('@codeglot/vite');
  await assert.rejects(of(codeglot({ locales: 'texts' })), /Directory does not exist: .*texts/);
  await assert.rejects(of(codeglot({ builtIn: ['en', 'it'] })), /builtIn: there is no locale it; there are en, fr/);
  await assert.rejects(of(codeglot({ command: join(root, 'no-command') })), /no-command cannot be run \(ENOENT\)/);
});

test('locales that are built in need no file', async () => {
  const root = application();
  const { default: codeglot } = await import('@codeglot/vite');
  await build({ ...config(root, 'out'), configFile: false, plugins: [codeglot({ builtIn: ['en', 'fr'], types: 'types/texts.d.ts' })] });
  assert.deepEqual(packsIn(join(root, 'out/assets')), []);
  assert.match(readFileSync(join(root, 'types/texts.d.ts'), 'utf8'), /declare module 'virtual:codeglot'/);
  assert.ok(!existsSync(join(root, 'codeglot.d.ts')));
});
