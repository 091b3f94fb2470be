// cut-data.mjs PACKAGE RESULT: ICU's data package without what no command asks for. All locales stay, and all that
// formats: numbers, dates, plurals, units, currencies, zones and the regions that name them, spelled-out numbers, and the
// words and characters that "codeglot stats" counts. On failure: an exception, exit status 1.
//
// The package is ICU's common format (ucmndata.h): a header; the number of items; for each, in the order of their names,
// where its name and where its bytes begin, from there; the names; the items, each at a multiple of 16 bytes.
import { readFileSync, writeFileSync } from 'node:fs';

const leftOut = [
  /\.cnv$|^cnvalias\.icu$/, // Converters: all text is UTF-8.
  /^coll\//, // Sorting.
  /^translit\//,
  /^lang\//, // Names of languages.
  /^brkitr\/(line|sent)/, // Lines and sentences.
  /^confusables\.cfu$|\.spp$|^uts46\.nrm$/, // Spoofing, StringPrep, domain names.
  /^nfkc_.*\.nrm$|^unames\.icu$/, // Foldings of case, names of characters. Words of Chinese and Japanese are looked up in NFKC.
];

function readItems(bytes) {
  if (bytes[2] !== 0xda || bytes[3] !== 0x27 || bytes[8] !== 0 || bytes.toString('latin1', 12, 16) !== 'CmnD') {
    throw new Error('the file is no little-endian data package of ICU');
  }
  const base = bytes.readUInt16LE(0);
  const count = bytes.readUInt32LE(base);
  const entry = (index) => [bytes.readUInt32LE(base + 4 + 8 * index), bytes.readUInt32LE(base + 8 + 8 * index)];
  return Array.from({ length: count }, (_, index) => {
    const [nameAt, dataAt] = entry(index);
    const end = index + 1 < count ? base + entry(index + 1)[1] : bytes.length;
    const name = bytes.toString('latin1', base + nameAt, bytes.indexOf(0, base + nameAt));
    return { name, data: bytes.subarray(base + dataAt, end) };
  });
}

function writePackage(header, items) {
  const names = items.map(({ name }) => Buffer.from(`${name}\0`, 'latin1'));
  const table = Buffer.alloc(4 + 8 * items.length);
  table.writeUInt32LE(items.length, 0);
  let nameAt = table.length;
  names.forEach((name, index) => {
    table.writeUInt32LE(nameAt, 4 + 8 * index);
    nameAt += name.length;
  });
  const chunks = [header, table, ...names];
  let end = nameAt;
  const append = (chunk) => {
    chunks.push(chunk);
    end += chunk.length;
  };
  items.forEach(({ data }, index) => {
    append(Buffer.alloc(-end & 15));
    table.writeUInt32LE(end, 8 + 8 * index);
    append(data);
  });
  return Buffer.concat(chunks);
}

const [, , from, to] = process.argv;
const bytes = readFileSync(from);
const kept = readItems(bytes).filter(({ name }) => !leftOut.some((pattern) => pattern.test(name.slice(name.indexOf('/') + 1))));
writeFileSync(to, writePackage(bytes.subarray(0, bytes.readUInt16LE(0)), kept));
