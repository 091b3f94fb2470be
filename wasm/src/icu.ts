// The entry `codeglot/icu`: all of ICU's formatting, for patterns that are known only at run time. Loaded asynchronously,
// with files of CLDR data that `codeglot data` has cut; any number of locales at once, also later.
//
// On failure: formatting gives text and reasons, whatever it is given. Only loading and addData throw, and every call
// after dispose().
/// <reference lib="esnext.disposable" preserve="true" />
import type { Formatter } from './formatsCatalog.js';
import { argumentBytes, IcuMemory, readValues, recordBytes, textOf } from './icuMemory.js';
import type { IcuExports } from './icuMemory.js';
import type { IcuArgs, IcuFormatOptions, IcuFunction, IcuFunctionResult, IcuResult } from './icuTypes.js';
import { bytesOf, moduleOf } from './load.js';
import { PackError } from './packError.js';

export type { Icu };
export { PackError } from './packError.js';
export type * from './icuTypes.js';

/** Bytes, or the URL that they are at. Hosts whose types have no URL read this, too. */
export type IcuSource = Uint8Array | ArrayBuffer | { readonly href: string; readonly protocol: string };

/** Where the engine and its data are. */
export interface IcuOptions {
  /** The engine, compiled or not: for hosts that find `codeglot-icu.wasm` elsewhere than beside this module. */
  readonly module?: WebAssembly.Module | IcuSource;
  /** Files of CLDR data: root.cgdata, and one for each locale. */
  readonly data?: Iterable<IcuSource>;
}

// A pattern (cg_pattern), then room for what the engine answers.
const patternBytes = 32;
const noMemory = 25;

// The compiler sees no method in a computed name that may be either of two.
interface Icu extends Disposable {}

/** The engine, with the data and the functions that were added. Made by loadIcu. */
class Icu implements Formatter {
  #memory: IcuMemory | undefined;
  readonly #engine: number;
  readonly #functions: IcuFunction[] = [];
  /** The texts of a function's last result. */
  #result = 0;
  /** Why the engine stopped in the middle of a call, after which its memory cannot be trusted. */
  #broken = '';

  constructor(instance: (imports: Record<string, Record<string, (...numbers: [number, number, number]) => void>>) => { readonly exports: object }) {
    const imports = { codeglot: { call_function: (...numbers: [number, number, number]) => this.#callFunction(...numbers) } };
    const memory = (this.#memory = new IcuMemory(instance(imports).exports as IcuExports));
    memory.runtime._initialize();
    const place = memory.allocate(4);
    const status = memory.runtime.cg_icu_create(place);
    memory.look();
    this.#engine = memory.words[place >> 2]!;
    memory.runtime.cg_host_free(place);
    if (status) {
      throw new PackError(status);
    }
  }

  /**
   * Adds a file of CLDR data. What was formatted before without it is right from now on. Throws PackError for a file that
   * the engine refuses, and inside a function that the engine calls.
   */
  addData(data: Uint8Array | ArrayBuffer): void {
    const memory = this.#open();
    const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
    const place = memory.allocate(bytes.length);
    if (!place) {
      throw new PackError(noMemory);
    }
    memory.bytes.set(bytes, place);
    const status = memory.runtime.cg_icu_add_data(this.#engine, place, bytes.length);
    if (status) {
      memory.runtime.cg_host_free(place);
      throw new PackError(status);
    }
  }

  /** The text of a pattern for a reader of `locale`. Always a text, whatever is given. */
  format(pattern: string, locale: string, args?: IcuArgs | null, options?: IcuFormatOptions): string {
    return this.#format(pattern, locale, args, options, false).text;
  }

  /** The same text, in parts, with what went wrong. */
  formatToParts(pattern: string, locale: string, args?: IcuArgs | null, options?: IcuFormatOptions): IcuResult {
    return this.#format(pattern, locale, args, options, true);
  }

  /** Adds a function for MF2, or replaces it. Its name has a namespace: "shop:price". */
  addFunction(name: string, run: IcuFunction): void {
    const memory = this.#open();
    const place = memory.allocate(3 * name.length + 1);
    memory.textEnd = place;
    memory.writeText(name, name.length);
    const status = memory.runtime.cg_host_add_function(this.#engine, place, memory.textEnd - place, this.#functions.length);
    memory.runtime.cg_host_free(place);
    if (status) {
      throw new PackError(status);
    }
    this.#functions.push(run);
  }

  /** dispose(), for `using`. Stands first so that dispose() itself replaces it where the host has no such symbol. */
  [Symbol.dispose ?? 'dispose'](): void {
    this.dispose();
  }

  /** Lets go of the engine and its memory. Every call after this one throws. */
  dispose(): void {
    this.#memory = undefined;
    this.#functions.length = 0;
  }

  #open(): IcuMemory {
    if (!this.#memory) {
      throw new Error('codeglot: this engine was disposed');
    }
    this.#memory.look();
    return this.#memory;
  }

  #format(
    pattern: string,
    locale: string,
    args: IcuArgs | null | undefined,
    options: IcuFormatOptions | undefined,
    withParts: boolean,
  ): IcuResult {
    const memory = this.#open();
    const { runtime } = memory;
    if (this.#broken) {
      return failure(pattern, this.#broken);
    }
    const { syntax, timeZone, bidi } = readOptions(options);
    const values = readValues(args, syntax === 'mf2');
    const texts = [textOf(locale), textOf(pattern), timeZone == null ? '' : textOf(timeZone)];
    const units = values.reduce((sum, { name, text }) => sum + name.length + text.length, texts.join('').length);
    const argumentsAt = patternBytes + recordBytes;
    const textsAt = argumentsAt + argumentBytes * values.length;
    const place = memory.allocate(textsAt + 3 * units);
    if (!place) {
      return failure(pattern, 'there is no memory for it');
    }
    try {
      memory.words[place >> 2] = syntax === 'mf2' ? 2 : 1;
      memory.words[(place >> 2) + 1] = bidi === 'none' ? 1 : 0;
      memory.textEnd = place + textsAt;
      texts.forEach((text, index) => memory.putText(place + 8 + 8 * index, text));
      memory.putValues(place + argumentsAt, values);
      const formatted = runtime.cg_icu_format(this.#engine, place, place + argumentsAt, values.length);
      memory.look();
      const record = place + patternBytes;
      runtime.cg_formatted_text(record, formatted);
      const text = memory.textAt(record);
      const parts = withParts ? memory.parts(formatted, record) : [];
      const errors = withParts ? memory.errors(formatted, record) : [];
      runtime.cg_formatted_destroy(formatted);
      runtime.cg_host_free(place);
      return formatted ? { text, parts, errors } : failure(pattern, 'there is no memory for it');
    } catch (error) {
      // It ran into a wall of the host's: its stack, or its memory.
      this.#broken = textOf(error);
      return failure(pattern, this.#broken);
    }
  }

  /** What the module imports: runs a function of the program's. Nothing that it throws goes through the engine. */
  #callFunction(number: number, call: number, result: number): void {
    const memory = this.#memory!;
    memory.look();
    let answer: IcuFunctionResult;
    try {
      answer = readAnswer(this.#functions[number]!(memory.functionCall(call)));
    } catch (error) {
      answer = { error: `the function threw: ${textOf(error)}` };
    }
    memory.runtime.cg_host_free(this.#result);
    this.#result = memory.putResult(result, answer);
  }
}

function readOptions(options: IcuFormatOptions | undefined): IcuFormatOptions {
  try {
    return { ...options };
  } catch {
    return {};
  }
}

/** A function's answer, with texts only. */
function readAnswer(answer: string | IcuFunctionResult): IcuFunctionResult {
  if (typeof answer !== 'object' || answer === null) {
    return { text: String(answer) };
  }
  const { text, selection, error, formatError, badOption, weakerSelections, value, options } = answer;
  return {
    text: text == null ? '' : String(text),
    ...(selection != null && { selection: String(selection) }),
    ...(error != null && { error: String(error) }),
    ...(formatError != null && { formatError: String(formatError) }),
    ...(value != null && { value }),
    badOption: badOption === true,
    weakerSelections: Array.from(weakerSelections ?? [], String),
    options: Object.fromEntries(Object.entries(options ?? {}).map(([name, each]) => [name, String(each)])),
  };
}

/** What is shown for a pattern that the engine could not be asked for. */
function failure(pattern: unknown, message: string): IcuResult {
  const text = textOf(pattern);
  return { text, parts: [{ type: 'fallback', value: text }], errors: [{ kind: 'engine-failure', message, offset: 0 }] };
}

/**
 * Loads the engine, and the data if there is any. Rejects if a file cannot be had, and with PackError if one is no file
 * of CLDR data.
 */
export async function loadIcu(options: IcuOptions = {}): Promise<Icu> {
  const module = await moduleOf(options.module ?? new URL('./codeglot-icu.wasm', import.meta.url));
  const files = await Promise.all(Array.from(options.data ?? [], bytesOf));
  const icu = new Icu((imports) => new WebAssembly.Instance(module, imports));
  for (const file of files) {
    icu.addData(file);
  }
  return icu;
}
