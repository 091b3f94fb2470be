// Runs the vectors that come as JSON at standard input, on both builds of the package, and prints what came of it. For the
// tests alone; it asks its host for nothing but standard input, so Bun and Deno run it, too.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { locales } from 'codeglot';
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import * as scriptEngine from 'codeglot/js/engine';
import * as scriptFormats from 'codeglot/js/formats';
import { runSet } from '../../../tests/wasm/vector-runner.mjs';

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
const set = JSON.parse(Buffer.concat(chunks).toString());
const packs = await Promise.all(locales.map(async (tag) => (await import(`codeglot/locales/${tag}`)).default));
const runs = [
  runSet(set, { engine, formats, packs }),
  runSet(set, { engine: scriptEngine, formats: scriptFormats, packs }),
];
console.log(JSON.stringify({ passed: runs[0].passed + runs[1].passed, failures: runs.flatMap(({ failures }) => failures) }));
