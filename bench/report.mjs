// Prints figures: tables of plain text, ratios, and what the budgets of budget.json say to a figure.
import { readFileSync } from 'node:fs';

export const budget = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

const verdicts = [];

const digits = (value) => (value < 10 ? 2 : value < 100 ? 1 : 0);

/** Three digits, or all that are before the point: 1.25, 12.5, 1,250. */
export const figure = (value, fractionDigits = digits(Math.abs(value))) =>
  value.toLocaleString('en', { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits });

export const bytes = (value) => figure(value, 0);

/** How our time stands to another's. Differences of times, lost in the machine's noise, may be below zero. */
export function speed(ours, other) {
  if (ours <= 0 || other <= 0) {
    return 'lost in noise';
  }
  return other >= ours ? `${figure(other / ours)} × faster` : `${figure(ours / other)} × slower`;
}

function judge(what, value, unit, limit, missing) {
  const missed = missing > 0 && `missed by ${figure(Math.max(missing * 100, 0.1), missing < 0.1 ? 1 : 0)} %`;
  verdicts.push({ what, value: `${figure(value, unit === 'B' ? 0 : undefined)} ${unit}`, limit, missed });
  return `${limit} ${unit}: ${missed || 'within'}`;
}

/** The budget's column of a figure that may be `limit` at most. */
export const atMost = (what, value, limit, unit) =>
  judge(what, value, unit, `≤ ${limit.toLocaleString('en')}`, value / limit - 1);

/** The budget's column of a figure that must be `limit` at least. */
export const atLeast = (what, value, limit, unit) =>
  judge(what, value, unit, `≥ ${limit.toLocaleString('en')}`, 1 - value / limit);

/** A table: the first column to the left, the last too if it is of budgets, all others to the right. */
export function table(headings, rows) {
  const all = [headings, ...rows].map((row) => headings.map((_, column) => row[column] ?? ''));
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const toLeft = (column) => column === 0 || headings[column] === 'budget';
  for (const row of all) {
    const cells = row.map((cell, column) =>
      toLeft(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(`  ${cells.join('   ')}`.trimEnd());
  }
}

export function heading(text) {
  console.log(`\n== ${text}`);
}

/** The last lines: how many budgets hold, and each that does not. */
export function conclude() {
  const missed = verdicts.filter((verdict) => verdict.missed);
  heading(`Budgets: ${verdicts.length - missed.length} within, ${missed.length} missed`);
  if (missed.length) {
    table(
      ['missed', 'figure', 'budget'],
      missed.map((verdict) => [verdict.what, verdict.value, `${verdict.limit}: ${verdict.missed}`]),
    );
  }
}
