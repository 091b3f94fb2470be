// The pieces of a text for a user interface that styles or links them: their public types, and how the runtime's spans
// (cg_span of codeglot.h) become them. The ICU engine's parts have the same types.
import type { Memory } from './memory.js';

/** A piece of a number or a date. */
export interface Piece {
  /** ECMA-402's names: `integer`, `currency`, `month`, … */
  readonly type: string;
  readonly value: string;
}

/** One part of a text. The values of all, in order, make up the text. Members without a meaning for its type are absent. */
export interface Part {
  readonly type: 'text' | 'string' | 'number' | 'datetime' | 'markup' | 'bidiIsolation' | 'fallback' | 'custom';
  /** The part's text; absent for markup. */
  readonly value?: string;
  /** Of the argument, or of the markup. */
  readonly name?: string;
  /** Of a fallback: what stands in its braces. */
  readonly source?: string;
  readonly kind?: 'open' | 'standalone' | 'close';
  readonly id?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly locale?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Of a number and a date: what it is made of. */
  readonly parts?: readonly Piece[];
}

const partTypes = ['text', 'string', 'number', 'datetime', 'markup', 'bidiIsolation', 'fallback'] as const;
const pieceType = 16;
const optionType = 17;
const spanWords = 7;

/** @internal */
export const spanBytes = 4 * spanWords;

/** What a text is that the runtime says nothing of. */
export const plainParts = (text: string): readonly Part[] => (text ? [{ type: 'text', value: text }] : []);

/** Gives stretches of a text by bytes of its UTF-8, each further on than the one before. */
function cutter(text: string): (from: number, to: number) => string {
  let unit = 0;
  let byte = 0;
  const advance = (to: number): number => {
    while (byte < to && unit < text.length) {
      const point = text.codePointAt(unit)!;
      unit += point < 0x10000 ? 1 : 2;
      byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return unit;
  };
  return (from, to) => text.slice(advance(from), advance(to));
}

/** @internal The words of cg_spans as parts. Their names are read from the memory, where packs stay. */
export function readParts(memory: Memory, spans: Int32Array, text: string): readonly Part[] {
  const [cutPart, cutPiece] = [cutter(text), cutter(text)];
  const result: Part[] = [];
  let pieces: Piece[] = [];
  let options: [string, string][] = [];
  const complete = (): void => {
    // Not at(-1): Hermes 0.12 has none.
    const last = result[result.length - 1];
    if (last && options.length) {
      // From entries, because assignment would turn a name such as __proto__ into something else.
      const { 'u:id': id, ...others } = Object.fromEntries(options);
      Object.assign(last, id != null && { id }, Object.keys(others).length > 0 && { options: others });
    }
  };
  for (let at = 0; at < spans.length; at += spanWords) {
    const [type, from, to, nameAt, nameBytes, valueAt, valueBytes] = spans.subarray(at) as unknown as number[];
    const name = memory.readText(nameAt!, nameBytes!);
    const value = memory.readText(valueAt!, valueBytes!);
    if (type === pieceType) {
      pieces.push({ type: name, value: cutPiece(from!, to!) });
    } else if (type === optionType) {
      options.push([name, value]);
    } else {
      complete();
      const partType = partTypes[type!]!;
      const shown = cutPart(from!, to!);
      [pieces, options] = [[], []];
      result.push({
        type: partType,
        ...(partType === 'markup' ? { kind: value as 'open' } : { value: shown }),
        ...(partType === 'fallback' ? { source: shown.slice(1, -1) } : name && { name }),
        ...((partType === 'number' || partType === 'datetime') && { parts: pieces }),
      });
    }
  }
  complete();
  return result.length ? result : plainParts(text);
}
