// The ICU engine's memory, which has a heap of its own: the structures of icu.h written to and read from it, by hand, as
// 32-bit words. On failure: a value that cannot be read is written as of no type; a heap without room gives address 0.
import { Memory } from './memory.js';
import type { IcuArgs, IcuError, IcuFunctionCall, IcuFunctionResult, IcuPart } from './icuTypes.js';

/** The C interface as the module exports it: pointers and sizes are 32-bit numbers. See icu.h and wasm/icu/module.cpp. */
export interface IcuExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  cg_icu_create(engine: number): number;
  cg_icu_destroy(engine: number): void;
  cg_icu_add_data(engine: number, data: number, dataBytes: number): number;
  cg_icu_format(engine: number, pattern: number, args: number, argCount: number): number;
  cg_formatted_destroy(formatted: number): void;
  cg_formatted_text(text: number, formatted: number): void;
  cg_formatted_part_count(formatted: number): number;
  cg_formatted_part_at(formatted: number, index: number, part: number): number;
  cg_formatted_error_count(formatted: number): number;
  cg_formatted_error_at(formatted: number, index: number, error: number): number;
  cg_host_add_function(engine: number, name: number, nameBytes: number, number: number): number;
  cg_host_allocate(bytes: number): number;
  cg_host_free(memory: number): void;
}

// Numbers of cg_type; 0 is none that an argument may have.
const noType = 0;
const stringType = 1;
const int64Type = 2;
const doubleType = 3;
const decimalType = 4;
const dateType = 5;

/** Bytes of a cg_argument. */
export const argumentBytes = 24;
/** Bytes of a cg_function_option. */
const optionBytes = 20;
/** Bytes of the largest structure that the engine writes: a cg_part. */
export const recordBytes = 64;

const partTypes = ['text', 'string', 'number', 'datetime', 'markup', 'bidiIsolation', 'fallback', 'custom'] as const;
const pieceType = 16;
const optionType = 17;

/** A value on its way into the engine. */
export interface Value {
  readonly name: string;
  readonly type: number;
  /** The text of all types but the two that are numbers. */
  readonly text: string;
  readonly number: number;
}

/** What a value of any kind reads as, a hostile one too. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '';
  }
}

function dateText(date: unknown, zone: unknown): string | undefined {
  const milliseconds = Math.trunc(Number(date));
  return Number.isFinite(milliseconds) ? String(milliseconds) + (zone == null ? '' : ' ' + String(zone)) : undefined;
}

function toValue(name: string, value: unknown, withIntegers: boolean): Value {
  const of = (type: number, text: string | undefined, number = 0): Value =>
    text === undefined ? { name, type: noType, text: '', number } : { name, type, text, number };
  if (typeof value === 'string') {
    return of(stringType, value);
  }
  if (typeof value === 'number') {
    const isInteger = withIntegers && Number.isSafeInteger(value) && !Object.is(value, -0);
    return of(isInteger ? int64Type : doubleType, '', value);
  }
  if (typeof value === 'bigint') {
    return of(decimalType, String(value));
  }
  if (value instanceof Date) {
    return of(dateType, dateText(value, undefined));
  }
  if (typeof value === 'object') {
    const { decimal, int64, date, zone } = value as Record<string, unknown>;
    return date == null ? of(decimalType, (decimal ?? int64) as string | undefined) : of(dateType, dateText(date, zone));
  }
  return of(noType, '');
}

/**
 * What is given of arguments, read once: a getter may run code of the caller's, even format. MF1 knows only one kind of
 * number, which may also be a date.
 */
export function readValues(args: IcuArgs | null | undefined, withIntegers: boolean): readonly Value[] {
  const values: Value[] = [];
  let names: string[] = [];
  try {
    names = args == null ? [] : Object.keys(args);
  } catch {
    // Nothing was given.
  }
  for (const name of names) {
    try {
      const value: unknown = args![name];
      if (value != null) {
        const read = toValue(name, value, withIntegers);
        values.push(typeof read.text === 'string' ? read : { name, type: noType, text: '', number: 0 });
      }
    } catch {
      values.push({ name, type: noType, text: '', number: 0 });
    }
  }
  return values;
}

export class IcuMemory extends Memory<IcuExports> {
  /** Looks at the memory anew if it has grown. */
  look(): void {
    if (this.bytes.buffer !== this.runtime.memory.buffer) {
      this.renew();
    }
  }

  allocate(bytes: number): number {
    const address = this.runtime.cg_host_allocate(bytes) >>> 0;
    this.look();
    return address;
  }

  /** Writes a text at `textEnd`, and the cg_string that names it at a place. */
  putText(place: number, text: string): void {
    const from = this.textEnd;
    this.writeText(text, text.length);
    this.words[place >> 2] = from;
    this.words[(place >> 2) + 1] = this.textEnd - from;
  }

  putValues(place: number, values: readonly Value[]): void {
    for (const { name, type, text, number } of values) {
      this.putText(place, name);
      this.words[(place + 8) >> 2] = type;
      if (type === int64Type) {
        this.words[(place + 16) >> 2] = number;
        this.words[(place + 20) >> 2] = Math.floor(number / 4294967296);
      } else if (type === doubleType) {
        new DataView(this.bytes.buffer).setFloat64(place + 16, number, true);
      } else {
        this.putText(place + 16, text);
      }
      place += argumentBytes;
    }
  }

  /** The text of a cg_string. */
  textAt(place: number): string {
    return this.readText(this.words[place >> 2]! >>> 0, this.words[(place >> 2) + 1]!);
  }

  /** All parts of a cg_formatted; `record`: room for one. */
  parts(formatted: number, record: number): IcuPart[] {
    const parts: IcuPart[] = [];
    const count = this.runtime.cg_formatted_part_count(formatted);
    for (let index = 0; index < count; index++) {
      this.runtime.cg_formatted_part_at(formatted, index, record);
      const type = this.words[record >> 2]!;
      const [value, name, source, kind, id, dir, locale] = Array.from({ length: 7 }, (_, at) => this.textAt(record + 4 + 8 * at));
      const last = parts.at(-1) as unknown as { parts: unknown[]; options: Record<string, string> };
      if (type === pieceType) {
        last.parts.push({ type: name, value });
      } else if (type === optionType) {
        // Not by assignment, which a name such as __proto__ would turn into something else.
        Object.defineProperty((last.options ??= {}), name!, { value, enumerable: true, configurable: true, writable: true });
      } else {
        const named = Object.entries({ name, source, kind, id, dir, locale }).filter(([, text]) => text);
        const part: Record<string, unknown> = { type: partTypes[type], ...Object.fromEntries(named) };
        if (partTypes[type] !== 'markup') {
          part.value = value;
        }
        if (partTypes[type] === 'number' || partTypes[type] === 'datetime') {
          part.parts = [];
        }
        parts.push(part as unknown as IcuPart);
      }
    }
    return parts;
  }

  errors(formatted: number, record: number): IcuError[] {
    const count = this.runtime.cg_formatted_error_count(formatted);
    return Array.from({ length: count }, (_, index) => {
      this.runtime.cg_formatted_error_at(formatted, index, record);
      return { kind: this.textAt(record), message: this.textAt(record + 8), offset: this.words[(record + 16) >> 2]! };
    });
  }

  /** A cg_function_call. */
  functionCall(place: number): IcuFunctionCall {
    const at = place >> 2;
    const options = this.#options(this.words[at + 12]!, this.words[at + 13]!);
    return {
      name: this.textAt(place),
      locale: this.textAt(place + 8),
      operand: this.words[at + 4] ? this.#operand(place + 24) : undefined,
      options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
      variableOptions: options.filter(({ fromVariable }) => fromVariable).map(({ name }) => name),
      operandOptions: Object.fromEntries(
        this.#options(this.words[at + 14]!, this.words[at + 15]!).map(({ name, value }) => [name, value]),
      ),
    };
  }

  #options(place: number, count: number): readonly { name: string; value: string; fromVariable: boolean }[] {
    return Array.from({ length: count }, (_, index) => {
      const at = (place >>> 0) + optionBytes * index;
      return { name: this.textAt(at), value: this.textAt(at + 8), fromVariable: this.words[(at + 16) >> 2] !== 0 };
    });
  }

  #operand(place: number): IcuFunctionCall['operand'] {
    const view = new DataView(this.bytes.buffer);
    const value = place + 16;
    switch (this.words[(place + 8) >> 2]) {
      case stringType:
        return this.textAt(value);
      case int64Type: {
        const integer = view.getBigInt64(value, true);
        return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
      }
      case doubleType:
        return view.getFloat64(value, true);
      case decimalType:
        return { decimal: this.textAt(value) };
      case dateType: {
        const [milliseconds, zone] = this.textAt(value).split(' ', 2);
        return { date: Number(milliseconds), zone: zone ?? '' };
      }
      default:
        return undefined;
    }
  }

  /** Writes a cg_function_result; gives the block that has its texts, the caller's to free. */
  putResult(place: number, result: IcuFunctionResult): number {
    const { text = '', selection, error = '', formatError = '', weakerSelections = [], badOption, value } = result;
    const options = Object.entries(result.options ?? {});
    const values = value == null ? [] : [toValue('', value, true)];
    const texts = [text, selection ?? '', error, formatError, ...weakerSelections, ...options.flat(), values[0]?.text ?? ''];
    const valueAt = 8 * weakerSelections.length;
    const optionsAt = valueAt + argumentBytes + 8;
    const textsAt = optionsAt + optionBytes * options.length;
    const block = this.allocate(textsAt + 3 * texts.join('').length);
    const at = place >> 2;
    this.words.fill(0, at, at + 14);
    if (!block) {
      return block;
    }
    this.words.fill(0, block >> 2, (block + textsAt) >> 2);
    this.textEnd = block + textsAt;
    this.putText(place, text);
    if (selection !== undefined) {
      this.putText(place + 8, selection);
    }
    this.putText(place + 16, error);
    this.words[at + 6] = badOption ? 1 : 0;
    this.putText(place + 28, formatError);
    weakerSelections.forEach((key, index) => this.putText(block + 8 * index, key));
    this.words.set([block, weakerSelections.length], at + 9);
    const alignedValue = (block + valueAt + 7) & ~7;
    this.putValues(alignedValue, values);
    this.words[at + 11] = values.length ? alignedValue : 0;
    options.forEach(([name, each], index) => {
      this.putText(block + optionsAt + optionBytes * index, name);
      this.putText(block + optionsAt + optionBytes * index + 8, each);
    });
    this.words.set([block + optionsAt, options.length], at + 12);
    return block;
  }
}
