// How bytes travel as the text of a JavaScript module. Two forms, each the smallest after brotli of those measured:
// base64 hides every repetition from the compressor and costs 26 % on the runtime and 65 % on packs.

/**
 * Any bytes as printable ASCII without quotes; the reader is src/decodeBytes.ts. Costs 2 % over the bare
 * bytes, and no bundler, minifier or character set changes it.
 */
export function bytesToAscii(bytes) {
  const character = (symbol) => String.fromCharCode(symbol + 35);
  let text = '';
  for (const byte of bytes) {
    const rest = byte - 85;
    text += rest < 0 ? character(byte) : character(85 + Math.floor(rest / 92)) + character(rest % 92);
  }
  return text;
}

/**
 * A pack as a text: what is UTF-8 as itself, any other byte and the controls as U+0700 plus the byte. Most of a pack is
 * text, so this costs 1 to 4 %; the reader is writeText in src/memory.ts. Scripts of that block (Syriac, Thaana, N'Ko) go
 * as bytes.
 */
export function packToText(bytes) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at];
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let character = '';
    try {
      character = decoder.decode(bytes.subarray(at, at + length));
    } catch {
      // No UTF-8: a length, an offset, the checksum.
    }
    if (character < ' ' || (character >= '\u0700' && character <= '\u07FF')) {
      text += String.fromCharCode(0x700 + lead);
      at++;
    } else {
      text += character;
      at += length;
    }
  }
  return text;
}

/** A text without control characters as a JavaScript literal on one line. */
export const literal = (text) => JSON.stringify(text).replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
