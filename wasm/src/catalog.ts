// A catalog: one instance of the runtime, the packs in its memory, and caches of what the runtime said.
//
// Memory, upwards from the module's own: the structures that a call gives back, the cg_catalog, the packs, then a stack
// that ends at the memory's `textEnd`: a call puts its arguments, their texts and its output there, and takes them off again. A
// call that begins inside another, in a getter of its arguments, so disturbs nothing. A pack is added on top of the stack;
// a pack that was replaced keeps its room until the catalog goes.
//
// On failure: a text always comes out; only a pack that is refused and a use after dispose() throw.
/// <reference lib="esnext.disposable" preserve="true" />
import { writeArguments } from './arguments.js';
import type { DateReader, Slot } from './arguments.js';
import type { Memory } from './memory.js';
import { PackError } from './packError.js';
import { field, readBody, toInt32 } from './response.js';
import type { RuntimeExports } from './runtimeExports.js';
import { outputTooLong, packNotAPack, textStatuses } from './status.js';
import type { Args, Pack, Parameter, Resolution, ServiceResponse } from './types.js';

const abiVersion = 2;

// Offsets from #resolution, in bytes: one cg_parameter, cg_response or lone result; the cg_catalog.
export const recordAt = 48;
const catalogAt = 80;
// Room above the packs that is always there, so that short texts find memory when the host has no more to give.
const spareBytes = 65536;
// A longer tag is no locale (CG_MAX_LOCALE_TAG_BYTES); no transport has so long a name either.
const tagUnitsMost = 65;
// A longer key is none (CG_MAX_PROBLEM_KEY_BYTES).
const problemUnitsMost = 256;
// Tags come from outside, so what is known of them is forgotten before it grows without end.
const knownTagsMost = 1000;

interface Entry {
  /** The text without arguments. */
  readonly text: string;
  readonly parameterSlots: readonly Slot[];
}

/** What is known of one loaded locale. Unknown codes are not kept: there is no end of them. */
interface View {
  readonly locale: number;
  readonly knownEntries: Map<unknown, Entry>;
}

/** Names of declared types, by their number. A cg_parameter declares all numbers as decimals. */
const types = ['any', 'string', , , 'number', 'date'] as const;

/** No loaded locale: its text is the code in brackets. */
const noView: View = { locale: -1, knownEntries: new Map() };

export const isInt32 = (code: unknown): boolean => typeof code === 'number' && (code | 0) === code;

export const align = (address: number): number => (address + 7) & ~7;

/** What stands for a code that the runtime cannot be asked for. */
function bracketed(code: unknown): string {
  try {
    return `[${String(code)}]`;
  } catch {
    return '[]';
  }
}

// The compiler sees no method in a computed name that may be either of two.
export interface Catalog extends Disposable {}

/** The packs of one service's codes. Made by createCatalog. */
export class Catalog {
  #memory: Memory | undefined;
  /** Addresses: of what a call gives back, of the cg_catalog, of the end of the packs. */
  readonly #resolution: number;
  readonly #catalog: number;
  #packsEnd: number;
  readonly #readDate: DateReader | undefined;
  #views: View[] = [];
  readonly #viewsByTag = new Map<unknown, View>();

  /** @internal */
  constructor(memory: Memory, readDate?: DateReader) {
    const { runtime } = memory;
    this.#memory = memory;
    this.#readDate = readDate;
    if (runtime.cg_abi_version() !== abiVersion) {
      throw new Error('codeglot: wrong version of the module');
    }
    const bytes = runtime.cg_catalog_size_bytes();
    this.#resolution = align(runtime.heap.value);
    this.#catalog = this.#resolution + catalogAt;
    memory.textEnd = this.#packsEnd = align(this.#catalog + bytes);
    memory.reserve(memory.textEnd + spareBytes);
    // The catalog's address is known, so where it is written back does not matter.
    runtime.cg_catalog_init(this.#catalog, bytes, this.#resolution);
  }

  /** The text of a code for a reader of `locale`. Always a text, whatever is given. */
  message(code: number, locale: string, args?: Args | null): string {
    const view = this.#viewsByTag.get(locale) ?? this.#choose(locale);
    const { text, parameterSlots: slots } = view.knownEntries.get(code) ?? this.#learn(view, code);
    return args == null || !slots.length
      ? text
      : this.#run(this.#memory!.runtime.cg_resolve, view, code, slots, args, 0);
  }

  /** The same text, with the reason for it. */
  resolve(code: number, locale: string, args?: Args | null): Resolution {
    const view = this.#viewsByTag.get(locale) ?? this.#choose(locale);
    const { text, parameterSlots: slots } = view.knownEntries.get(code) ?? this.#learn(view, code);
    const known = isInt32(code);
    const resolution = this.#resolve(this.#memory!.runtime.cg_resolve, known ? view : noView, known ? code : 0, slots, args);
    return known ? resolution : { ...resolution, text, status: 'unknown-code', code };
  }

  /**
   * The text for a service's answer. A transport's status is never taken for a return code: what it means is in the
   * packs, as is what the problem means that the body names. The transport is "http" if the answer has a status, else "rpc", unless named.
   */
  resolveResponse(response: ServiceResponse, locale: string, args?: Args | null, transport?: string): Resolution {
    const view = this.#viewsByTag.get(locale) ?? this.#choose(locale);
    const memory = this.#memory!;
    const status = field(response, 'status');
    const [code, problem = ''] = readBody(field(response, 'body'));
    const record = this.#resolution + recordAt;
    const name = memory.textEnd;
    memory.writeText(typeof transport === 'string' ? transport : status == null ? 'rpc' : 'http', tagUnitsMost);
    const key = memory.textEnd;
    memory.writeText(problem, problemUnitsMost);
    memory.words.set(
      // What is undefined becomes 0.
      [name, key - name, key, memory.textEnd - key, toInt32(status), code, code != null] as number[],
      record >> 2,
    );
    const resolution = this.#resolve(memory.runtime.cg_resolve_response, view, record, [], null);
    memory.textEnd = name;
    // Only now is it known which code the answer means, and so which arguments its message takes.
    return args == null || resolution.status === 'unreadable-response'
      ? resolution
      : this.resolve(resolution.code, locale, args);
  }

  /**
   * Adds a pack. A pack of a locale that is already there takes its place. Throws PackError for a pack that the runtime
   * refuses, and the host's RangeError without memory for it; the catalog is then as it was.
   */
  add(pack: Pack): void {
    const memory = this.#open();
    const from = memory.textEnd;
    try {
      this.#writePack(pack);
      const status = memory.runtime.cg_catalog_add(this.#catalog, from, memory.textEnd - from);
      if (status) {
        throw new PackError(status);
      }
      this.#packsEnd = align(memory.textEnd);
      this.#forget();
    } finally {
      memory.textEnd = Math.max(from, this.#packsEnd);
    }
  }

  /** The tags of the loaded locales, in the order in which they came. */
  get locales(): readonly string[] {
    const { runtime } = this.#open();
    const record = this.#resolution + recordAt;
    return Array.from({ length: runtime.cg_catalog_locale_count(this.#catalog) }, (_, locale) => {
      const tag = runtime.cg_catalog_locale_tag(this.#catalog, locale, record);
      return this.#memory!.readText(tag, this.#memory!.words[record >> 2]!);
    });
  }

  /** The codes that the locale serving a reader of `locale` has, in ascending order. */
  codes(locale: string): readonly number[] {
    const view = this.#choose(locale);
    const { runtime } = this.#memory!;
    return Array.from({ length: runtime.cg_catalog_code_count(this.#catalog, view.locale) }, (_, index) =>
      runtime.cg_catalog_code_at(this.#catalog, view.locale, index),
    );
  }

  /** What the message of a code declares of its arguments; nothing for an unknown code. */
  parameters(code: number, locale: string): readonly Parameter[] {
    return this.#learn(this.#choose(locale), code).parameterSlots.map(
      ({ address: _address, bytes: _bytes, ...parameter }) => parameter,
    );
  }

  /** dispose(), for `using`. Stands first so that dispose() itself replaces it where the host has no such symbol. */
  [Symbol.dispose ?? 'dispose'](): void {
    this.dispose();
  }

  /** Lets go of the runtime and its memory. Every call after this one throws. */
  dispose(): void {
    this.#memory = undefined;
    this.#forget();
  }

  #open(): Memory {
    if (!this.#memory) {
      throw new Error('codeglot: this catalog was disposed');
    }
    return this.#memory;
  }

  #forget(): void {
    this.#views = [];
    this.#viewsByTag.clear();
  }

  /** Puts a pack on the stack. */
  #writePack(pack: Pack): void {
    const memory = this.#memory!;
    if (typeof pack === 'string') {
      memory.writeText(pack, pack.length, true);
    } else if (pack && typeof pack === 'object') {
      const bytes = ArrayBuffer.isView(pack) ? pack : new Uint8Array(pack);
      const from = memory.textEnd;
      memory.reserve((memory.textEnd += bytes.length));
      memory.bytes.set(bytes, from);
    } else {
      throw new PackError(packNotAPack);
    }
    memory.reserve(memory.textEnd + spareBytes);
  }

  /** Asks the runtime which loaded locale serves a tag. */
  #choose(tag: unknown): View {
    const memory = this.#open();
    const text = typeof tag === 'string' ? tag : '';
    const from = memory.textEnd;
    memory.writeText(text, tagUnitsMost);
    const locale = memory.runtime.cg_catalog_choose(this.#catalog, from, memory.textEnd - from);
    memory.textEnd = from;
    const view = (this.#views[locale + 1] ??= { locale, knownEntries: new Map() });
    if (this.#viewsByTag.size > knownTagsMost) {
      this.#viewsByTag.clear();
    }
    if (text.length < tagUnitsMost) {
      this.#viewsByTag.set(text, view);
    }
    return view;
  }

  /** Asks the runtime for the text of a code and for what its message declares. */
  #learn(view: View, code: number): Entry {
    const slots: Slot[] = [];
    if (!isInt32(code)) {
      return { text: bracketed(code), parameterSlots: slots };
    }
    const { runtime, words } = this.#memory!;
    const record = this.#resolution + recordAt;
    const at = record >> 2;
    while (!runtime.cg_parameter_at(this.#catalog, view.locale, code, slots.length, record)) {
      slots.push({
        name: this.#read(at),
        type: types[words[at + 2]!]!,
        default: words[at + 3] ? this.#read(at + 3) : undefined,
        address: words[at]!,
        bytes: words[at + 1]!,
      });
    }
    const entry = { text: this.#run(runtime.cg_resolve, view, code, slots, null, this.#resolution), parameterSlots: slots };
    // Neither an unknown code (1) nor a catalog without packs (5).
    if (this.#memory!.words[this.#resolution >> 2]! % 4 !== 1) {
      view.knownEntries.set(code, entry);
    }
    return entry;
  }

  /** Runs the message of a code or of a cg_response and returns its text; `resolution` as in the C interface. */
  #run(
    resolve: RuntimeExports['cg_resolve'],
    view: View,
    subject: number,
    slots: readonly Slot[],
    args: Args | null | undefined,
    resolution: number,
  ): string {
    const memory = this.#memory!;
    const from = memory.textEnd;
    const first = align(from);
    const count = args == null ? 0 : writeArguments(memory, first, slots, args, this.#readDate);
    const output = memory.textEnd;
    memory.textEnd = Math.max(from, this.#packsEnd);
    for (;;) {
      const capacity = memory.bytes.length - output;
      const bytes = resolve(this.#catalog, view.locale, subject, first, count, output, capacity, resolution);
      if (bytes < capacity) {
        return memory.readText(output, bytes);
      }
      try {
        memory.reserve(output + bytes + 1);
      } catch {
        // The host has no memory for a text so long: what is lost is not its end but all of it.
        memory.words[resolution >> 2] = outputTooLong;
        return bracketed(subject);
      }
    }
  }

  #resolve(
    resolve: RuntimeExports['cg_resolve'],
    view: View,
    subject: number,
    slots: readonly Slot[],
    args: Args | null | undefined,
  ): Resolution {
    const text = this.#run(resolve, view, subject, slots, args, this.#resolution);
    const at = this.#resolution >> 2;
    const { words } = this.#memory!;
    return {
      text,
      status: textStatuses[words[at]!]!,
      code: words[at + 1]!,
      name: this.#read(at + 2),
      locale: this.#read(at + 4),
      packLocale: this.#read(at + 6),
      direction: words[at + 10] ? 'rtl' : 'ltr',
      argument: this.#read(at + 8) || undefined,
    };
  }

  /** Reads the cg_string at a word. */
  #read(at: number): string {
    const memory = this.#memory!;
    return memory.readText(memory.words[at]!, memory.words[at + 1]!);
  }
}
