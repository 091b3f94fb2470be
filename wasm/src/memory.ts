// The memory of one instance of the runtime or of the ICU engine: the only file that turns text into bytes and back. Owns
// the views, which it renews after growth, and `textEnd`, where the next text goes. UTF-8 is written by hand and read by hand where it is short or
// there is no TextDecoder: Hermes has neither coder. On failure: false where the host has no more memory to give.
import type { RuntimeExports, RuntimeMemory } from './runtimeExports.js';

const pageBytes = 65536;
// TextDecoder's call costs as much as so many bytes read by hand.
const shortBytes = 24;

const decoder = typeof TextDecoder === 'function' && new TextDecoder('utf-8', { ignoreBOM: true });

export class Memory<Exports extends { readonly memory: RuntimeMemory } = RuntimeExports> {
  readonly runtime: Exports;
  bytes!: Uint8Array;
  words!: Int32Array;
  textEnd = 0;

  constructor(runtime: Exports) {
    this.runtime = runtime;
    this.renew();
  }

  renew(): void {
    const { buffer } = this.runtime.memory;
    this.bytes = new Uint8Array(buffer);
    this.words = new Int32Array(buffer);
  }

  /** Makes the bytes before an address exist. */
  reserve(address: number): void {
    const missingBytes = address - this.bytes.length;
    if (missingBytes > 0) {
      this.runtime.memory.grow(Math.ceil(missingBytes / pageBytes));
      this.renew();
    }
  }

  /**
   * Writes the first `unitsMost` UTF-16 units of a text at `textEnd`, lone surrogates as U+FFFD. In a pack, U+0700 to U+07FF
   * stand for single bytes.
   */
  writeText(text: string, unitsMost: number, isPack?: boolean): void {
    const units = Math.min(text.length, unitsMost);
    let at = this.textEnd;
    this.reserve(at + units * 3);
    const { bytes } = this;
    for (let index = 0; index < units; index++) {
      let point = text.charCodeAt(index);
      if (point < 0x80 || (isPack && point >> 8 === 7)) {
        bytes[at++] = point;
      } else {
        if (point >> 11 === 0x1b) {
          point = text.codePointAt(index)!;
          if (point < 0x10000) {
            point = 0xfffd;
          } else {
            index++;
          }
        }
        // So many bytes of six bits follow the lead, which counts them in its high bits.
        let more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        bytes[at++] = (-128 >> more) | (point >> (6 * more));
        while (more--) {
          bytes[at++] = 0x80 | ((point >> (6 * more)) & 63);
        }
      }
    }
    this.textEnd = at;
  }

  /** Reads well-formed UTF-8. */
  readText(at: number, bytesCount: number): string {
    const { bytes } = this;
    const end = at + bytesCount;
    if (decoder && bytesCount > shortBytes) {
      return decoder.decode(bytes.subarray(at, end));
    }
    let text = '';
    while (at < end) {
      let point = bytes[at++]!;
      if (point > 0x7f) {
        let more = point < 0xe0 ? 1 : point < 0xf0 ? 2 : 3;
        point &= 63 >> more;
        while (more--) {
          point = (point << 6) | (bytes[at++]! & 63);
        }
      }
      text += String.fromCodePoint(point);
    }
    return text;
  }
}
