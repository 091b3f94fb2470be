// The benchmark, `make bench`: sizes, times in Node, start-up and native times beside other libraries and ICU, in one
// run. Needs the native benchmark, the packs and the npm package built, and the libraries of package.json installed;
// says what is missing, exit status 1. A missed budget is printed and is no failure.
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders.mjs';
import { reportFormats } from './formats.mjs';
import { timeCalls, timeNative, timeStarts } from './measure.mjs';
import { pluralText } from './messages.mjs';
import { entryFile, installedPeers, writePrecompiled } from './peers.mjs';
import { atLeast, atMost, budget, bytes, conclude, figure, heading, speed, table } from './report.mjs';
import { reportScale } from './scale.mjs';
import { bundleBytes, ourSizesBytes, packsFolder } from './sizes.mjs';

// Libraries, which are imported after this, leave their checks for developers out, as they do where they serve.
process.env.NODE_ENV = 'production';

const limits = budget.enforced;
const goals = budget.reported;
const nativeCommand = fileURLToPath(new URL('../build/release/bin/codeglot_bench', import.meta.url));
const quartiles = ({ low, high }) => `${figure(low)} – ${figure(high)}`;

async function checkEntries(entries) {
  for (const entry of entries) {
    const { text } = await import(entryFile(entry));
    if (text !== pluralText(8)) {
      throw new Error(`bench: entries/${entry}.mjs prints ${JSON.stringify(text)}`);
    }
  }
}

async function reportSizes(peers) {
  const { entries: { engine }, wasm, packs } = await ourSizesBytes();
  const rows = [
    ['codeglot/engine, no pack', bytes(engine), '', atMost('codeglot/engine', engine, limits.engineBrotliBytes, 'B')],
    ['  its wasm alone', bytes(wasm)],
    ['codeglot/engine, English pack', bytes(await bundleBytes(entryFile('codeglot-engine')))],
    ['codeglot, English and Chinese built in', bytes(await bundleBytes(entryFile('codeglot')))],
  ];
  for (const { label, entry } of peers) {
    const size = await bundleBytes(entryFile(entry));
    rows.push([label, bytes(size), `${figure(engine / size)} ×`]);
  }
  heading('Sizes in bytes: bundles, minified, brotli 11; each library with one message');
  table(['', 'brotli', 'our engine to it', 'budget'], rows);
  heading('Sizes in bytes: the packs of 55 codes, brotli 11');
  table(
    ['', 'pack', 'as a module', 'budget'],
    packs.map(({ tag, pack, module }) => [
      tag,
      bytes(pack),
      bytes(module),
      atMost(`pack ${tag}`, pack, limits.packBrotliBytes, 'B'),
    ]),
  );
}

function reportCalls(title, all, times, judge) {
  const ours = times.get(all.find((contender) => contender.ours).label).median;
  heading(title);
  table(
    ['', 'median', 'quartiles', 'ours is', 'budget'],
    all.map(({ label, ours: isOurs }) => {
      const time = times.get(label);
      return [
        label,
        figure(time.median),
        quartiles(time),
        ...(isOurs ? ['', judge(time.median)] : [speed(ours, time.median)]),
      ];
    }),
  );
  return ours;
}

async function reportNode(peers) {
  const all = await contenders(peers);
  reportCalls(
    'Node, nanoseconds a call: a static message, code and locale given with the call',
    all,
    timeCalls(all, 'staticText'),
    (time) => atMost('static message, Node', time, goals.staticNanoseconds, 'ns'),
  );
  const times = timeCalls(all, 'pluralText');
  const ours = reportCalls('Node, nanoseconds a call: a plural with a number, 0 to 4,999 in turn', all, times, (time) =>
    atMost('plural + number, Node', time, goals.pluralNanoseconds, 'ns'),
  );
  const [fastest] = peers
    .map(({ label }) => ({ label, time: times.get(label).median }))
    .sort((left, right) => left.time - right.time);
  const goal = goals.pluralTimesFasterThanFastestPeer;
  const verdict = atLeast('plural + number, Node, beside the fastest peer', fastest.time / ours, goal, '× faster');
  console.log(
    `  beside the fastest peer, ${fastest.label}: ${figure(fastest.time / ours)} × faster; budget ${verdict}`,
  );
}

function reportStarts(peers) {
  const contenders = [
    { label: 'codeglot, English and Chinese built in', entry: 'codeglot' },
    { label: 'codeglot/engine, English pack', entry: 'codeglot-engine' },
    ...peers,
  ];
  const { empty, above } = timeStarts(
    entryFile('empty'),
    contenders.map(({ entry }) => entryFile(entry)),
  );
  const ours = above.get(entryFile('codeglot')).median;
  heading(
    'Import to first message (a plural with a number) in a fresh Node process, milliseconds over an empty script',
  );
  table(
    ['', 'median', 'quartiles', 'ours is', 'budget'],
    contenders.map(({ label, entry }, index) => {
      const time = above.get(entryFile(entry));
      const end =
        index > 1
          ? [speed(ours, time.median)]
          : ['', atMost(`import of ${label}`, time.median, goals.importMilliseconds, 'ms')];
      return [label, figure(time.median), quartiles(time), ...end];
    }),
  );
  console.log(`  the empty script: ${figure(empty.median)} ms`);
}

function reportNative() {
  const native = timeNative(nativeCommand, packsFolder);
  heading('Native, nanoseconds a call: our C interface and icu::MessageFormat');
  const timesFaster = native.icuPlural / native.plural;
  table(
    ['', 'median', 'ours is', 'budget'],
    [
      [
        'codeglot, static',
        figure(native.static),
        '',
        atMost('static message, native', native.static, goals.nativeStaticNanoseconds, 'ns'),
      ],
      ['ICU, static, parsed once and kept', figure(native.icuStatic), speed(native.static, native.icuStatic)],
      [
        'codeglot, plural + number',
        figure(native.plural),
        '',
        atMost('plural + number, native', native.plural, goals.nativePluralNanoseconds, 'ns'),
      ],
      [
        'ICU, plural + number, parsed once and kept',
        figure(native.icuPlural),
        speed(native.plural, native.icuPlural),
        atLeast('plural + number, native, beside ICU', timesFaster, goals.nativeTimesFasterThanIcu, '× faster'),
      ],
      [
        'ICU, plural + number, parsed each time',
        figure(native.icuParsedEachTime),
        speed(native.plural, native.icuParsedEachTime),
      ],
    ],
  );
  const { openMilliseconds: open, openPackBytes: pack, openGrowthBytes: growth } = native;
  const ratio = (pack + growth) / pack;
  heading('Native: opening a pack of 100,000 codes');
  table(
    ['', 'figure', 'budget'],
    [
      ['the pack, bytes', bytes(pack)],
      ['time, milliseconds', figure(open), atMost('opening 100,000 codes, time', open, goals.openMilliseconds, 'ms')],
      [
        'memory, pack included, times the pack',
        figure(ratio),
        atMost('opening 100,000 codes, memory', ratio, goals.openMemoryRatio, '× the pack'),
      ],
    ],
  );
}

try {
  if (!existsSync(nativeCommand)) {
    throw new Error('bench: no native benchmark: run make bench, or cmake --workflow --preset bench');
  }
  const peers = installedPeers();
  await writePrecompiled();
  console.log(
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}), load ${figure(loadavg()[0])}`,
  );
  await reportSizes(peers);
  await checkEntries(['codeglot', 'codeglot-engine', ...peers.map(({ entry }) => entry)]);
  await reportNode(peers);
  reportStarts(peers);
  reportNative();
  await reportFormats();
  reportScale();
  conclude();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
