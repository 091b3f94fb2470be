// Rewrites a wasm module so that it exports only what its lists name, its memory and where its heap begins (`heap`): emcc
// adds helpers for its own JavaScript, which this module does not have. wasm-opt then drops what nothing reaches. A line of
// a list is a name, and after a space the one to export it by, if that is another: names are not compressed well.
// `node strip-exports.mjs module.wasm exports.txt...`: rewrites the module in place; throws, and leaves it, on bad input.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const exportSection = 7;
const [path, ...lists] = process.argv.slice(2);
const names = lists.flatMap((list) => readFileSync(list, 'utf8').split('\n').filter(Boolean));
const wanted = new Map([['memory'], ['__heap_base', 'heap'], ...names.map((line) => line.split(' '))]);
const module = readFileSync(path);

/** Reads an unsigned LEB128 number; gives it and the place after it. */
function readNumber(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      return [value, at];
    }
  }
}

function writeNumber(value) {
  const bytes = [];
  do {
    const more = value > 0x7f ? 0x80 : 0;
    bytes.push((value & 0x7f) | more);
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

function wantedExports(from) {
  const kept = [];
  let keptCount = 0;
  let [count, at] = readNumber(from);
  for (; count > 0; count--) {
    const [nameBytes, name] = readNumber(at);
    [, at] = readNumber(name + nameBytes + 1);  // A kind, then an index.
    const found = module.toString('utf8', name, name + nameBytes);
    if (wanted.has(found)) {
      const exported = Buffer.from(wanted.get(found) ?? found);
      kept.push(writeNumber(exported.length), exported, module.subarray(name + nameBytes, at));
      keptCount++;
      wanted.delete(found);
    }
  }
  return Buffer.concat([writeNumber(keptCount), ...kept]);
}

const parts = [module.subarray(0, 8)];
for (let at = 8; at < module.length; ) {
  const [bytes, body] = readNumber(at + 1);
  if (module[at] === exportSection) {
    const contents = wantedExports(body);
    parts.push(Buffer.from([exportSection]), writeNumber(contents.length), contents);
  } else {
    parts.push(module.subarray(at, body + bytes));
  }
  at = body + bytes;
}
wanted.delete('__heap_base');  // Only of a module whose host owns the memory.
if (wanted.size > 0) {
  throw new Error(`${path} does not export ${[...wanted.keys()].join(', ')}`);
}
writeFileSync(`${path}.part`, Buffer.concat(parts));
renameSync(`${path}.part`, path);
