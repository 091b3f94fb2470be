// How a WebAssembly module travels as the text of a JavaScript module: the reader of what scripts/encode.mjs writes.

/**
 * Reads bytes from printable ASCII: symbols 0 to 91 are the characters from "#" to "~". A byte below 85 is one symbol; any
 * other is a symbol above 84, which counts in 92s from there, and a second one.
 */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  // Runs once, before it could be optimized: as few steps a byte as there can be.
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[count++] = unit < 120 ? unit - 35 : 85 + (unit - 120) * 92 + text.charCodeAt(++index) - 35;
  }
  return bytes.subarray(0, count);
}
