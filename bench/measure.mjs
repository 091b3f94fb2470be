// Measures times. Every round runs all contenders, in another order each time, so that what else the machine does hits
// all alike; what is reported are medians over the rounds. Throws if two contenders print different texts.
import { execFileSync, spawnSync } from 'node:child_process';
import { staticTexts, locales } from './messages.mjs';

// Short rounds, of which the machine's other work disturbs few.
const rounds = 151;
const roundNanoseconds = 1e6;
const warmUpNanoseconds = 200e6;
const warmUpCalls = 1000;
const spawnRounds = 25;
const nativeRounds = 5;

const now = () => Number(process.hrtime.bigint());

function quantile(values, share) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below] + ((sorted[below + 1] ?? sorted[below]) - sorted[below]) * (at - below);
}

const summary = (values) => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/** Calls `visit` for each item in each round: from the next one on each round, every other round backwards. */
function interleave(items, roundsCount, visit) {
  for (let round = 0; round < roundsCount; round++) {
    const turned = items.map((_, index) => items[(index + round) % items.length]);
    for (const item of round % 2 ? turned.reverse() : turned) {
      visit(item, round);
    }
  }
}

// The calls of each kind. The codes and locales of static ones come in turn, each code in each locale.
const staticCalls = Object.keys(staticTexts()[locales[0]]).flatMap((code) =>
  locales.map((locale) => [Number(code), locale]),
);
const plurals = 5000;
const kinds = {
  staticText: {
    expression: `codes[index & ${staticCalls.length - 1}], locales[index & ${staticCalls.length - 1}]`,
    calls: staticCalls,
  },
  pluralText: { expression: `index % ${plurals}`, calls: Array.from({ length: plurals }, (_, max) => [max]) },
};

/**
 * A loop of one contender's own source text, so that the engine compiles it for that one alone, and what it learns of
 * one contender does not slow another. Returns the length of all texts, so that no call can be left out.
 */
const loopOf = (label, call, expression) =>
  new Function(
    'call',
    'codes',
    'locales',
    `// ${label}
    return (from, to) => {
      let length = 0;
      for (let index = from; index < to; index++) {
        length += call(${expression}).length;
      }
      return length;
    };`,
  )(
    call,
    staticCalls.map(([code]) => code),
    staticCalls.map(([, locale]) => locale),
  );

function checkTexts(contenders, kind) {
  const [first, ...others] = contenders;
  for (const call of kinds[kind].calls) {
    const expected = first[kind](...call);
    const different = others.find((other) => other[kind](...call) !== expected);
    if (different) {
      const text = different[kind](...call);
      throw new Error(`bench: ${call} is "${expected}" by ${first.label} and "${text}" by ${different.label}`);
    }
  }
}

/** Nanoseconds a call of `kind`, staticText or pluralText, by the contenders' labels. */
export function timeCalls(contenders, kind) {
  checkTexts(contenders, kind);
  const runs = contenders.map(({ label, [kind]: call }) => ({
    loop: loopOf(`${kind} of ${label}`, call, kinds[kind].expression),
    label,
    from: 0,
    length: 0,
    times: [],
  }));
  for (const run of runs) {
    const start = now();
    while (now() - start < warmUpNanoseconds) {
      run.length += run.loop(run.from, (run.from += warmUpCalls));
    }
    run.count = Math.ceil((roundNanoseconds * run.from) / (now() - start));
  }
  interleave(runs, rounds, (run) => {
    const start = now();
    run.length += run.loop(run.from, (run.from += run.count));
    run.times.push((now() - start) / run.count);
  });
  return new Map(runs.map(({ label, times }) => [label, summary(times)]));
}

/** Milliseconds from a fresh process's start to its end, above those of `emptyFile` in the same round, by file. */
export function timeStarts(emptyFile, files) {
  const all = [emptyFile, ...files];
  const times = new Map(all.map((file) => [file, []]));
  interleave(all, spawnRounds + 1, (file, round) => {
    const start = now();
    const { status } = spawnSync(process.execPath, [file], { stdio: 'ignore' });
    if (status !== 0) {
      throw new Error(`bench: ${file} fails`);
    }
    // The first round only brings the files into memory.
    if (round > 0) {
      times.get(file).push((now() - start) / 1e6);
    }
  });
  const empty = times.get(emptyFile);
  const above = (file) => summary(times.get(file).map((time, round) => time - empty[round]));
  return { empty: summary(empty), above: new Map(files.map((file) => [file, above(file)])) };
}

/** The figures of the native benchmark: the medians of several runs of it. */
export function timeNative(command, packsFolder) {
  const runs = Array.from({ length: nativeRounds }, () =>
    JSON.parse(execFileSync(command, [packsFolder], { encoding: 'utf8' })),
  );
  const median = (name) => summary(runs.map((run) => run[name])).median;
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(name)]));
}
