#!/usr/bin/env node
// The npm package's command. Where @codeglot/cli is installed, for the user's folder or beside this package, it is that
// one. Else it is `codeglot format --jsonl` on the ICU engine alone: a JSON object a line in, a JSON object a line out, in
// the shape of the whole command. Lowering needs the compiler, so here `auto` is `icu`. With --data, which the whole command
// does not need, it is always this one.
// Exit status: 0 done; 2 wrong usage, or files that cannot be read.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const usage = 'usage: codeglot format --jsonl [--engine auto|icu] --data <folder of .cgdata files>';

function stop(sentence) {
  console.error(`codeglot: ${sentence}`);
  process.exit(2);
}

/** The file of the whole command; undefined if it is not installed. */
function wholeCommand() {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url]) {
    try {
      return join(dirname(createRequire(from).resolve('@codeglot/cli/package.json')), 'bin/codeglot.mjs');
    } catch {
      // Not from there.
    }
  }
  return undefined;
}

function readCommand() {
  const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  if (name !== undefined && name !== 'format') {
    stop(`"${name}" is a command of @codeglot/cli: npm install --save-dev @codeglot/cli`);
  }
  try {
    const options = { jsonl: { type: 'boolean' }, engine: { type: 'string', default: 'auto' }, data: { type: 'string' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.join() === 'format' && values.jsonl && ['auto', 'icu', 'aot'].includes(values.engine)) {
      return values;
    }
  } catch (error) {
    stop(`${error.message}\n${usage}`);
  }
  return stop(usage);
}

function readData(folder) {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.cgdata'));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  } catch (error) {
    return stop(error.message);
  }
}

const failure = (id, message) => ({
  id,
  out: null,
  err: message,
  errors: [{ type: 'syntax-error', message, offset: 0 }],
});

/** As the native command prints it: numbers, dates and fallbacks without the text that their pieces and source tell. */
const printed = ({ value, ...part }) =>
  ['number', 'datetime', 'fallback', 'markup'].includes(part.type) ? part : { ...part, value };

function formatLine(icu, text) {
  let line;
  try {
    line = JSON.parse(text);
  } catch {
    line = null;
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return failure(null, 'the line is no JSON object');
  }
  const { id = null, syntax = 'mf1', locale = 'en', pattern = '', args = {}, tz = '', bidi = 'default' } = line;
  if ([syntax, locale, pattern, tz, bidi].some((each) => typeof each !== 'string')) {
    return failure(id, 'a member of the line has a wrong type');
  }
  if (syntax !== 'mf1' && syntax !== 'mf2') {
    return failure(id, 'the syntax is mf1 or mf2');
  }
  const { text: out, parts, errors } = icu.formatToParts(pattern, locale, args, { syntax, timeZone: tz, bidi });
  return {
    id,
    out,
    err: errors[0]?.message ?? null,
    errors: errors.map(({ kind, message, offset }) => ({ type: kind, message, offset })),
    parts: parts.map(printed),
  };
}

async function formatLines() {
  const { engine, data } = readCommand();
  if (engine === 'aot') {
    stop('the engine "aot" lowers patterns with the compiler, which is in @codeglot/cli: npm install --save-dev @codeglot/cli');
  }
  const { loadIcu } = await import('../dist/icu.js');
  const icu = await loadIcu({ data: data === undefined ? [] : readData(data) }).catch((error) => stop(error.message));
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (text !== '') {
      process.stdout.write(JSON.stringify(formatLine(icu, text)) + '\n');
    }
  }
}

const hasData = process.argv.slice(2).some((argument) => /^--data(=|$)/.test(argument));
const whole = hasData ? undefined : wholeCommand();
await (whole === undefined ? formatLines() : import(pathToFileURL(whole).href));
