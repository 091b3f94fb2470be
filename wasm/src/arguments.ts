// Writes JavaScript values as cg_arguments into the runtime's memory. Any object may be given, a hostile one too: what
// cannot be read, has no room in memory or is of no kind that a message takes, is written as of no type, and the runtime
// reports it as of the wrong one.
import type { Memory } from './memory.js';
import type { Args, Parameter } from './types.js';

/** What a message declares of an argument, and where its pack has the name. */
export interface Slot extends Parameter {
  readonly address: number;
  readonly bytes: number;
}

/** Reads a value that is a date as the text of a CG_TYPE_DATE; undefined if it is none, and throws for a bad one. */
export type DateReader = (value: unknown, declared: Parameter['type']) => string | undefined;

const argumentWords = 6;

// Numbers of cg_type; 0 is none that an argument may have.
const stringType = 1;
const int64Type = 2;
const decimalType = 4;
const dateType = 5;

// A longer text fills CG_MAX_OUTPUT_BYTES whatever follows.
const unitsMost = 16777217;

/**
 * Writes what is given of a message's arguments at `address`, near the memory's end, their texts above them, and moves the
 * end up. Returns their count. Without `readDate` no value is a date.
 */
export function writeArguments(
  memory: Memory,
  address: number,
  slots: readonly Slot[],
  args: Args,
  readDate?: DateReader,
): number {
  let at = address >> 2;
  let count = 0;
  // Room for all of them first: reading one may run code of the caller's, which may call the catalog.
  memory.textEnd = address + slots.length * 4 * argumentWords;
  memory.reserve(memory.textEnd);
  for (const { name, type: declared, address: nameAddress, bytes: nameBytes } of slots) {
    let type = 0;
    // The two words of a value: the halves of an integer, or the address and the bytes of a text.
    let low = 0;
    let high = 0;
    try {
      // Only what was given: every object inherits a "constructor".
      const value: unknown = Object.hasOwn(args, name) ? args[name] : null;
      if (value == null) {
        continue;
      }
      let text: unknown = readDate?.(value, declared);
      if (text) {
        type = dateType;
      } else if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
        type = int64Type;
        low = value as number;
        high = Math.floor(low / 4294967296);
      } else if (typeof value === 'string') {
        type = stringType;
        text = value;
      } else if (typeof value === 'number' || typeof value === 'bigint') {
        type = decimalType;
        // The only zero that is no integer here is -0, which String() would not tell.
        text = value === 0 ? '-0' : String(value);
      } else if (typeof value === 'object') {
        const { decimal, int64 } = value as { readonly decimal?: unknown; readonly int64?: unknown };
        // Digits either way; the runtime refuses what is no number.
        text = decimal ?? int64;
        type = decimalType;
      }
      if (text !== undefined) {
        low = memory.textEnd;
        memory.writeText(text as string, unitsMost);
        high = memory.textEnd - low;
      }
    } catch {
      type = 0;
    }
    const { words } = memory;
    words[at] = nameAddress;
    words[at + 1] = nameBytes;
    words[at + 2] = type;
    words[at + 4] = low;
    words[at + 5] = high;
    at += argumentWords;
    count++;
  }
  return count;
}
