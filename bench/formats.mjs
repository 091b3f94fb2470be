// The benchmark of formats, part of `make bench`: currencies, dates and MessageFormat 2 by codeglot/formats and by
// codeglot/icu beside other libraries and ICU, and the ICU engine's load time, memory and size with one and twelve
// locales. Every contender's text is printed once, so that what is timed can be seen.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytes, figure, heading, speed, table } from './report.mjs';
import { icuSizesBytes } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'build/release/bin/codeglot');
const dist = (name) => new URL(`../wasm/dist/${name}`, import.meta.url);
const rounds = 9;
const tags = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'ko', 'pt-BR', 'ru', 'zh-Hans', 'zh-Hant'];
const day = 86400000;

const codes = {
  namespace: 'bench',
  sourceLocale: 'en',
  defaultLocale: 'en',
  codes: [
    { code: 1, name: 'currency', args: { x: { type: 'number' } } },
    { code: 2, name: 'date', args: { x: { type: 'date' } } },
    { code: 3, name: 'matched', args: { x: { type: 'number' } } },
  ],
};
const matcher = '.input {$x :number} .match $x one {{{$x} file}} * {{{$x} files}}';
const messages = {
  $locale: 'en',
  '$unknown-code': '?',
  '$unreadable-response': '?',
  currency: 'Pay {x, number, ::currency/EUR}.',
  date: 'Due {x, date, long}.',
  matched: { syntax: 'mf2', text: matcher },
};

/** Nanoseconds a call: the median over rounds. */
function time(call) {
  const once = (calls) => {
    const start = process.hrtime.bigint();
    for (let index = 0; index < calls; index++) {
      call(index);
    }
    return Number(process.hrtime.bigint() - start) / calls;
  };
  once(200);
  const calls = Math.max(20, Math.min(20000, Math.round(2e7 / once(200))));
  const times = Array.from({ length: rounds }, () => once(calls)).sort((left, right) => left - right);
  return times[(rounds - 1) / 2];
}

const number = (index) => (index % 5000) + 0.5;
const date = (index) => new Date(1600000000000 + (index % 5000) * day);

function report(title, contenders) {
  heading(title);
  const timed = contenders.map(({ label, call }) => ({ label, text: call(0), nanoseconds: time(call) }));
  const [ours] = timed;
  table(
    ['', 'median', 'codeglot/formats is', 'prints'],
    timed.map(({ label, text, nanoseconds }) => [
      label, figure(nanoseconds), nanoseconds === ours.nanoseconds ? '' : speed(ours.nanoseconds, nanoseconds), text,
    ]),
  );
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'codeglot-bench-'));
  writeFileSync(join(folder, 'codes.json'), JSON.stringify(codes));
  writeFileSync(join(folder, 'en.json'), JSON.stringify(messages));
  execFileSync(command, ['compile', folder, '-o', join(folder, 'packs')]);
  execFileSync(command, ['data', '--features', 'dates', '--currency', 'EUR', '--output', join(folder, 'data'), ...tags.flatMap((tag) => ['--locale', tag])]);
  return folder;
}

async function reportCalls(folder) {
  const { createCatalog } = await import(dist('formats.js'));
  const { loadIcu } = await import(dist('icu.js'));
  const { IntlMessageFormat } = await import('intl-messageformat');
  const { MessageFormat } = await import('messageformat');
  const { DraftFunctions } = await import('messageformat/functions');
  const catalog = createCatalog({ packs: [readFileSync(join(folder, 'packs/en.cgpk'))] });
  const icu = await loadIcu({ data: ['root', 'en'].map((name) => readFileSync(join(folder, `data/${name}.cgdata`))) });
  const intl = (pattern) => new IntlMessageFormat(pattern, 'en', { timeZone: 'UTC' });
  const [euros, due] = [intl(messages.currency), intl('Due {x, date, ::yMMMMd}.')];
  const functions = { functions: DraftFunctions, bidiIsolation: 'none' };
  const [euros2, files2] = [new MessageFormat('en', 'Pay {$x :currency currency=EUR}.', functions), new MessageFormat('en', matcher, functions)];
  report('Node, nanoseconds a call: a currency', [
    { label: 'codeglot/formats', call: (index) => catalog.message(1, 'en', { x: number(index) }) },
    { label: 'codeglot/icu', call: (index) => icu.format(messages.currency, 'en', { x: number(index) }) },
    { label: 'intl-messageformat', call: (index) => euros.format({ x: number(index) }) },
    { label: 'messageformat (MF2)', call: (index) => euros2.format({ x: number(index) }) },
  ]);
  report('Node, nanoseconds a call: a date', [
    { label: 'codeglot/formats', call: (index) => catalog.message(2, 'en', { x: date(index) }) },
    { label: 'codeglot/icu', call: (index) => icu.format(messages.date, 'en', { x: date(index) }) },
    { label: 'intl-messageformat', call: (index) => due.format({ x: date(index) }) },
  ]);
  report('Node, nanoseconds a call: a matcher of MessageFormat 2', [
    { label: 'codeglot/formats', call: (index) => catalog.message(3, 'en', { x: number(index) }) },
    { label: 'codeglot/icu', call: (index) => icu.format(matcher, 'en', { x: number(index) }, { syntax: 'mf2' }) },
    { label: 'messageformat', call: (index) => files2.format({ x: number(index) }) },
  ]);
  icu.dispose();
}

/** A fresh process that loads the engine with some locales and formats once in each. */
const loader = `
  const { loadIcu } = await import(process.argv[1]);
  const { readFileSync } = await import('node:fs');
  const tags = process.argv.slice(3);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const icu = await loadIcu({ data: ['root', ...tags].map((name) => readFileSync(process.argv[2] + '/' + name + '.cgdata')) });
  for (const tag of tags) icu.format('{x, number, ::currency/EUR} {d, date, long}', tag, { x: 1.5, d: new Date(0) });
  console.log(JSON.stringify({ milliseconds: performance.now() - start, growth: process.memoryUsage().rss - before }));
`;

function reportEngine(folder) {
  heading('The ICU engine in a fresh Node process: loaded, and one message formatted in each locale');
  const load = (locales) => {
    const runs = Array.from({ length: 5 }, () => {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', loader, dist('icu.js').href, join(folder, 'data'), ...locales], { encoding: 'utf8' });
      if (run.status !== 0) {
        throw new Error(`bench: the engine does not load: ${run.stderr}`);
      }
      return JSON.parse(run.stdout);
    });
    return runs.sort((left, right) => left.milliseconds - right.milliseconds)[2];
  };
  const sizes = Object.fromEntries(readdirSync(join(folder, 'data')).map((name) => [name, readFileSync(join(folder, 'data', name)).length]));
  table(
    ['', 'milliseconds', 'memory, MB', 'data files, bytes'],
    [['en'], tags].map((locales) => {
      const { milliseconds, growth } = load(locales);
      const data = sizes['root.cgdata'] + locales.reduce((sum, tag) => sum + sizes[`${tag}.cgdata`], 0);
      return [`${locales.length} of 12 locales`, figure(milliseconds), figure(growth / 1e6), bytes(data)];
    }),
  );
  const { engine, data } = icuSizesBytes(tags) ?? {};
  if (engine) {
    console.log(`  codeglot-icu.wasm, brotli: ${bytes(engine)} B${data ? `; data: see bench/check-sizes.mjs` : ''}`);
  }
}

function reportNative() {
  const found = JSON.parse(execFileSync(join(root, 'build/release/bin/codeglot_bench_formats'), { encoding: 'utf8' }));
  heading('Native, nanoseconds a call: formats by the runtime, by the ICU engine (with parts), by ICU kept ready');
  table(
    ['', 'runtime', 'ICU engine', 'ICU', 'the runtime is'],
    Object.entries(found).map(([name, { runtime, engine, icu }]) => [name, figure(runtime), figure(engine), figure(icu), speed(runtime, icu)]),
  );
}

export async function reportFormats() {
  const folder = compile();
  try {
    await reportCalls(folder);
    reportEngine(folder);
    reportNative();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
