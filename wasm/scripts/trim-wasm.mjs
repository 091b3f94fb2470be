// Takes from a WebAssembly module what the package does not need: exports that Emscripten adds to those in
// runtime/exports.txt, and custom sections. The linker has no setting for either.

const exportSection = 7;
const customSection = 0;

/** Reads unsigned LEB128; returns the value and where it ends. */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) {
      return [value, at];
    }
  }
}

function writeNumber(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...writeNumber(value >>> 7)];
}

/** The contents of an export section with only the named exports. */
function trimExports(section, names) {
  let [count, at] = readNumber(section, 0);
  const kept = [];
  for (; count > 0; count--) {
    const from = at;
    const [nameBytes, nameAt] = readNumber(section, at);
    const name = new TextDecoder().decode(section.subarray(nameAt, nameAt + nameBytes));
    [, at] = readNumber(section, nameAt + nameBytes + 1);
    if (names.includes(name)) {
      kept.push(section.subarray(from, at));
    }
  }
  return Buffer.concat([Buffer.from(writeNumber(kept.length)), ...kept]);
}

export function trimWasm(wasm, names) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [bytes, from] = readNumber(wasm, at + 1);
    at = from + bytes;
    if (id !== customSection) {
      const section = wasm.subarray(from, at);
      const contents = id === exportSection ? trimExports(section, names) : section;
      parts.push(Buffer.from([id, ...writeNumber(contents.length)]), contents);
    }
  }
  return Buffer.concat(parts);
}
