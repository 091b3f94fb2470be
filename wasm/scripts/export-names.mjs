// The names by which the runtimes' modules export functions of the C interface: { cg_resolve: 'k', … }, of exports*.txt.
import { readFileSync } from 'node:fs';

const lines = ['exports.txt', 'exports-formats.txt'].flatMap((name) =>
  readFileSync(new URL(`../runtime/${name}`, import.meta.url), 'utf8').split('\n').filter(Boolean),
);

export const exportNames = Object.fromEntries(lines.map((line) => line.split(' ')));
