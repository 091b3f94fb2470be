// Checks README.md: each fenced block that names a language is, byte for byte, the file of this folder that it names
// after the language, and each of these files does what its "=>" comments (in a shell script: the comments after a
// command) say. Checks too that the documents' links, limits, statuses and versions are those of the sources, and that
// authoring files fit their schemas. The pages of wasm/docs/ show files of tests/consumer/, which that folder's own tests
// run: here they are only compared.
//
//   node check.mjs --build <release build folder> --package <folder with node_modules/codeglot> [--browser <command>]
//
// Ends with "readme: N passed, M failed"; the exit status is 0 only if M is 0.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const Ajv = createRequire(join(root, 'wasm/package.json'))('ajv/dist/2020.js').default;
const { values: options } = parseArgs({
  options: { build: { type: 'string' }, package: { type: 'string' }, browser: { type: 'string', default: 'chromium' } },
});
if (!options.build || !options.package) {
  console.error('usage: node check.mjs --build <release build folder> --package <folder with node_modules/codeglot>');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'codeglot-readme-'));
const prefix = join(work, 'prefix');
const read = (file) => readFileSync(file, 'utf8');
let passed = 0;
let failed = 0;

async function check(name, run) {
  try {
    await run();
    passed++;
  } catch (error) {
    failed++;
    console.error(`FAILED ${name}: ${error.message}`);
  }
}

function equal(found, expected) {
  if (found !== expected) {
    throw new Error(`expected\n${expected}\nbut found\n${found}`);
  }
}

/** Runs a program to its end and returns what it printed; any exit status but 0 is an error. */
function output(command, ...args) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: work, encoding: 'utf8' });
  if (error || status !== 0) {
    throw new Error(error ? error.message : `${command} ${args.join(' ')}: exit status ${status}\n${stdout}${stderr}`);
  }
  return stdout;
}

/** What a source says that it prints: the text after each "=>". */
const announced = (file) => [...read(join(here, file)).matchAll(/\/\/ => (.*)$/gm)].map(([, text]) => text + '\n').join('');

/** The fenced blocks of a page that name a language. */
const blocks = (page) =>
  [...page.matchAll(/^```(\S+)(?: +(\S+))?[^\n]*\n(.*?)^```$/gms)].map(([, language, file, text]) => ({
    language,
    file,
    text,
  }));

/** The commands of a shell script with the text and the exit status that the comments after them announce. */
function* commands(script) {
  for (const part of script.split(/^\n/m)) {
    const lines = part.trimEnd().split('\n');
    const comments = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
    const status = /^exit status (\d+)$/.exec(comments.at(-1))?.[1];
    yield {
      command: lines.filter((line) => !line.startsWith('#')).join('\n'),
      status: Number(status ?? 0),
      text: comments.slice(0, status ? -1 : undefined).map((line) => line + '\n').join(''),
    };
  }
}

async function checkScript(file) {
  const env = { ...process.env, PATH: `${join(prefix, 'bin')}:${process.env.PATH}` };
  for (const { command, text, status } of commands(read(join(here, file)))) {
    await check(`${file}: ${command}`, () => {
      const result = spawnSync('sh', ['-c', command], { cwd: work, env, encoding: 'utf8' });
      equal(result.stdout + result.stderr, text);
      equal(`exit status ${result.status}`, `exit status ${status}`);
    });
  }
}

/** Opens a page that is served from the work folder, and returns the text of its element "message". */
async function textInBrowser(file) {
  const types = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const path = join(work, new URL(request.url, 'http://localhost').pathname);
    const found = path.startsWith(work) && existsSync(path) && types[extname(path)];
    response.writeHead(found ? 200 : 404, { 'content-type': found || 'text/plain' }).end(found ? readFileSync(path) : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has none for root.
  const flags = ['--headless', '--disable-gpu', `--user-data-dir=${join(work, 'browser')}`, ...sandbox];
  const address = `http://127.0.0.1:${server.address().port}/${file}`;
  const browser = spawn(options.browser, [...flags, '--virtual-time-budget=10000', '--dump-dom', address], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60000,
  });
  let page = '';
  browser.stdout.setEncoding('utf8').on('data', (text) => (page += text));
  await new Promise((done, reject) => {
    browser.on('close', done);
    browser.on('error', () => reject(new Error(`${options.browser} cannot be run: name a browser with --browser`)));
  }).finally(() => server.close());
  return /<p id="message"[^>]*>([^<]*)<\/p>/.exec(page)?.[1] + '\n';
}

async function checkDocuments() {
  const readme = read(join(root, 'README.md'));
  for (const { language, file, text } of blocks(readme)) {
    await check(`README.md, ${language} ${file}`, () => {
      if (!file || !existsSync(join(here, file))) {
        throw new Error(`the block must name a file of tests/readme/ after its language`);
      }
      equal(text, read(join(here, file)));
    });
  }
  const guides = readdirSync(join(root, 'wasm/docs')).map((name) => `wasm/docs/${name}`);
  const packages = ['wasm/README.md', 'wasm/cli/README.md', 'wasm/vite/README.md'];
  for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...packages, ...guides]) {
    await check(`links of ${page}`, () => {
      for (const [, target] of read(join(root, page)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        if (!existsSync(join(root, dirname(page), target))) {
          throw new Error(`${target} does not exist`);
        }
      }
    });
  }
}

/** The guides: each block is a file of a project, or a part of it, and each project is shown. */
async function checkGuides() {
  const consumers = join(root, 'tests/consumer');
  // One of another version, as react-18, has the files of the first.
  const projects = new Set(
    readdirSync(consumers).filter((name) => existsSync(join(consumers, name, 'package.json')) && !/-\d+$/.test(name)),
  );
  for (const name of readdirSync(join(root, 'wasm/docs'))) {
    for (const { language, file, text } of blocks(read(join(root, 'wasm/docs', name)))) {
      if (language === 'sh') {
        continue;
      }
      await check(`wasm/docs/${name}, ${language} ${file}`, () => {
        const place = [consumers, join(root, 'tests')].find((folder) => file && existsSync(join(folder, file)));
        if (!place) {
          throw new Error('the block must name a file of tests/consumer/, or tests/, after its language');
        }
        if (!read(join(place, file)).includes(text)) {
          throw new Error(`the block differs from ${join(place, file)}`);
        }
        projects.delete(file.split('/')[0]);
      });
    }
  }
  await check('every project of tests/consumer/ is in a guide', () => equal([...projects].join(' '), ''));
}

/** Tables of the documents that repeat what a source says. */
async function checkFacts() {
  const pairs = (text, pattern) => [...text.matchAll(pattern)].map(([, first, second]) => [first, second]);
  const readme = read(join(root, 'README.md'));
  const header = (name) => read(join(root, 'core/include/codeglot', name));
  await check('limits in README.md', () => {
    const defined = pairs(header('limits.h'), /^#define (CG_MAX_\w+) (\d+)/gm);
    const stated = pairs(readme, /^\| `(CG_MAX_\w+)` \| ([\d,]+) \|/gm);
    equal(stated.join('\n').replace(/(?<=\d),/g, ''), defined.join('\n'));
  });
  await check('statuses in README.md', () => {
    const [statuses] = /CG_OK = 0,.*?^\};/ms.exec(header('codeglot.h'));
    const defined = pairs(statuses, /CG_(\w+) = (\d+)/g).filter(([, number]) => number < 16);
    const stated = pairs(readme, /^\| (\d+) \| `([\w-]+)` \|/gm);
    const names = defined.map(([name, number]) => [number, name.toLowerCase().replaceAll('_', '-')]);
    equal(stated.join('\n'), names.join('\n'));
  });
  await check('rules in README.md', () => {
    const rules = JSON.parse(output(join(resolve(options.build), 'bin/codeglot'), 'check', '--rules', '--format', 'json'));
    const kind = ({ adjustable, severity }) => (adjustable ? severity : 'always on');
    const defined = rules.map((rule) => `| \`${rule.id}\` | ${kind(rule)}${rule.fixable ? ', `--fix`' : ''} | ${rule.sentence} |`);
    const stated = readme.split('\n').filter((line) => /^\| `[a-z-]+` \| (error|warning|always on)/.test(line));
    equal(stated.join('\n'), defined.join('\n'));
  });
  const { devDependencies } = JSON.parse(read(join(root, 'wasm/package.json')));
  const [, sum] = /SHA256 (\w{64})/.exec(read(join(root, 'cmake/IcuArchive.cmake')));
  const facts = { 'ARCHITECTURE.md': [sum], THIRD_PARTY_NOTICES: [] };
  for (const [name, version] of Object.entries(devDependencies)) {
    facts['ARCHITECTURE.md'].push(name, version);
    facts.THIRD_PARTY_NOTICES.push(`${name} ${version} `);
  }
  for (const [page, texts] of Object.entries(facts)) {
    await check(`versions in ${page}`, () => {
      equal(texts.filter((text) => !read(join(root, page)).includes(text)).join('\n'), '');
    });
  }
}

async function checkSchemas() {
  const schema = (name) => JSON.parse(read(join(root, 'locales/schema', `${name}.schema.json`)));
  const named = ['codes', 'check', 'glossary', 'released', 'baseline']; // The other files are locales.
  const folders = [...['catalog', 'drafts', 'orders', 'regional'].map((name) => join(here, name)), join(root, 'tests/vectors/problems/catalog'), join(root, 'locales'), join(root, 'locales/reviews')];
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const name = file.slice(0, -'.json'.length);
      const kind = folder.endsWith('reviews') ? 'review' : named.includes(name) ? name : 'locale';
      await check(`schema of ${join(folder, file)}`, () => {
        const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
        const fits = ajv.validate(schema(kind), JSON.parse(read(join(folder, file))));
        equal(fits ? '' : ajv.errorsText(), '');
      });
    }
  }
}

async function checkSettings() {
  await check('schema of check.json', () => {
    const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
    const fits = ajv.validate(JSON.parse(read(join(root, 'locales/schema/check.schema.json'))), JSON.parse(read(join(here, 'check.json'))));
    equal(fits ? '' : ajv.errorsText(), '');
  });
}

async function checkExamples() {
  await check('cmake --install', () => output('cmake', '--install', resolve(options.build), '--prefix', prefix));
  symlinkSync(join(prefix, 'share/codeglot/packs'), join(work, 'packs'));
  symlinkSync(join(here, 'catalog'), join(work, 'catalog'));
  symlinkSync(join(here, 'regional'), join(work, 'regional'));
  copyFileSync(join(here, 'check.json'), join(work, 'check.json'));
  cpSync(join(here, 'drafts'), join(work, 'drafts'), { recursive: true });
  symlinkSync(join(resolve(options.package), 'node_modules'), join(work, 'node_modules'));

  await check('CMakeLists.txt', () => {
    const flags = '-Wall -Wextra -Werror';
    const settings = [`PREFIX_PATH=${prefix}`, `C_FLAGS=-std=c11 -pedantic ${flags}`, `CXX_FLAGS=${flags}`];
    output('cmake', '-S', here, '-B', join(work, 'build'), '-G', 'Ninja', ...settings.map((text) => `-DCMAKE_${text}`));
    output('cmake', '--build', join(work, 'build'));
  });
  await check('message.c', () => equal(output(join(work, 'build/message_c')), announced('message.c')));
  await check('message.cpp', () => equal(output(join(work, 'build/message_cpp')), announced('message.cpp')));
  await check('orders', () => output(join(prefix, 'bin/codeglot'), 'compile', join(here, 'orders'), '--output', join(work, 'orders')));
  for (const file of ['message.mjs', 'engine.mjs', 'formats.mjs', 'client.mjs']) {
    copyFileSync(join(here, file), join(work, file));
    await check(file, () => equal(output('node', file), announced(file)));
  }
  copyFileSync(join(here, 'typed.mts'), join(work, 'typed.mts'));
  await check('typed.mts', () => {
    const settings = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
    output(join(root, 'wasm/node_modules/.bin/tsc'), ...settings, 'typed.mts');
    equal(output('node', 'typed.mjs').split('\n')[0] + '\n', announced('typed.mts'));
  });
  copyFileSync(join(here, 'message.html'), join(work, 'message.html'));
  await check('message.html', async () => equal(await textInBrowser('message.html'), announced('message.html')));
  await checkScript('commands.sh');
  await checkScript('catalog.sh');
  await checkScript('check.sh');
  await checkScript('convert.sh');
  await checkScript('tools.sh');
  await checkScript('regional.sh');
  await checkScript('exchange.sh');
}

try {
  await checkDocuments();
  await checkGuides();
  await checkFacts();
  await checkSchemas();
  await checkSettings();
  await checkExamples();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`readme: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
