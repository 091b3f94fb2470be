// The time and the memory that a generated catalog of 100,000 codes in 40 locales takes to check, compile and open.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, budget, bytes, figure, heading, table } from './report.mjs';

const built = (name) => fileURLToPath(new URL(`../build/release/bin/${name}`, import.meta.url));
const codes = 100_000;
const locales = 40;

/** What the command took for a catalog of this size; codeglot_bench_scale says how it is measured. */
export function measureScale(codeCount, localeCount) {
  const folder = mkdtempSync(join(tmpdir(), 'codeglot-scale-'));
  try {
    const sizes = [String(codeCount), String(localeCount)];
    return JSON.parse(
      execFileSync(built('codeglot_bench_scale'), [built('codeglot'), folder, ...sizes], { encoding: 'utf8' }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function reportScale() {
  const scale = measureScale(codes, locales);
  const limits = budget.reported;
  heading(`A generated catalog of ${bytes(codes)} codes in ${locales} locales`);
  const row = (label, { seconds, processorSeconds, peakKilobytes }, verdict = '') => [
    label,
    figure(seconds),
    figure(processorSeconds),
    bytes(peakKilobytes / 1024),
    verdict,
  ];
  table(
    ['', 'seconds', 'of processors', 'peak, MiB', 'budget'],
    [
      row('check', scale.check),
      row(
        'compile',
        scale.compile,
        [
          atMost('compiling 4,000,000 messages, time', scale.compile.seconds, limits.scaleSeconds, 's'),
          atMost('compiling 4,000,000 messages, memory', scale.compile.peakKilobytes / 1024, limits.scaleMebibytes, 'MiB'),
        ].join('; '),
      ),
      row('a message of the packs, all opened', scale.open),
    ],
  );
  console.log(`  authoring files ${bytes(scale.authoringBytes)} bytes, packs ${bytes(scale.packBytes)} bytes`);
}
