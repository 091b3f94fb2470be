// A catalog on the whole runtime: the plain one (catalog.ts), whose calls of the runtime pass through a tap that has the
// parts noted and knows where the message is. What only the ICU engine can format goes there, if the program has it.
//
// On failure: as the plain catalog; what the ICU engine cannot format, or throws at, leaves the runtime's stand-in.
import { Catalog as PlainCatalog, align, isInt32, recordAt } from './catalog.js';
import { readDate } from './dates.js';
import type { FormatsArgs } from './dates.js';
import { readForIcu } from './icuArguments.js';
import type { IcuError } from './icuTypes.js';
import { Memory } from './memory.js';
import { plainParts, readParts, spanBytes } from './parts.js';
import type { Part } from './parts.js';
import type { FormatsExports, RuntimeExports } from './runtimeExports.js';
import type { Resolution, ServiceResponse } from './types.js';

/** A text, why it reads as it does, and what it is made of. */
export interface FormatsResolution extends Resolution {
  readonly parts: readonly Part[];
  /**
   * What the ICU engine found wrong, if it was asked: "missing-data", a function that was not added, a bad option. Where
   * nothing else is, the status is then "needs-icu".
   */
  readonly errors?: readonly IcuError[];
}

/** A message as its author wrote it, for an engine that formats patterns. */
export interface Source {
  readonly syntax: 'mf1' | 'mf2';
  /** MF2: whether placeholders are isolated as the specification says, or never. */
  readonly bidi: 'default' | 'none';
  /** The locale whose words these are. */
  readonly locale: string;
  readonly pattern: string;
}

/** What formats the messages that the runtime cannot: the engine of `codeglot/icu`. */
export interface Formatter {
  /** Always gives a text, whatever it is given. */
  formatToParts(
    pattern: string,
    locale: string,
    args: FormatsArgs,
    options: Pick<Source, 'syntax' | 'bidi'>,
  ): { readonly text: string; readonly parts: readonly Part[]; readonly errors: readonly IcuError[] };
}

const noSpans = new Int32Array(0);

/** Stands between a catalog and its runtime. Remembers the last call that asked for reasons, and its spans. */
class Tap {
  readonly memory: Memory;
  readonly #exports: FormatsExports;
  #asked: readonly [catalog: number, locale: number, code: number] = [0, -1, 0];
  spans = noSpans;

  constructor(exports: FormatsExports) {
    this.#exports = exports;
    const resolve: RuntimeExports['cg_resolve'] = (...call) => (call[7] ? this.#resolve(...call) : exports.cg_resolve(...call));
    this.memory = new Memory({ ...exports, cg_resolve: resolve });
  }

  #resolve(...call: Parameters<RuntimeExports['cg_resolve']>): number {
    const [catalog, locale, code, args, argCount, text, capacity, resolution] = call;
    const run = (place: number, count: number): number =>
      this.#exports.cg_resolve_spans(
        catalog, locale, code, args, argCount, text, capacity, place, count, resolution + recordAt, resolution,
      );
    this.#asked = [catalog, locale, code];
    this.spans = noSpans;
    const bytes = run(0, 0);
    const count = this.memory.words[(resolution + recordAt) >> 2]!;
    if (bytes < capacity && count) {
      const place = align(text + bytes + 1);
      try {
        this.memory.reserve(place + spanBytes * count);
        run(place, count);
        this.spans = this.memory.words.slice(place >> 2, (place + spanBytes * count) >> 2);
      } catch {
        // The host has no memory for them: the text stands for itself.
      }
    }
    return bytes;
  }

  /** The source of the message that was asked for last. */
  source(): Source | undefined {
    const { memory } = this;
    const place = align(memory.textEnd);
    if (this.#exports.cg_source(...this.#asked, place)) {
      return undefined;
    }
    const [syntax, bidi, localeAt, localeBytes, patternAt, patternBytes] = memory.words.subarray(place >> 2) as unknown as number[];
    return {
      syntax: syntax === 1 ? 'mf1' : 'mf2',
      bidi: bidi ? 'none' : 'default',
      locale: memory.readText(localeAt!, localeBytes!),
      pattern: memory.readText(patternAt!, patternBytes!),
    };
  }
}

/** The packs of one service's codes, with formats of numbers and dates, and parts. Made by createCatalog. */
export class Catalog extends PlainCatalog {
  #tap: Tap | undefined;
  readonly #icu: Formatter | undefined;

  /** @internal */
  constructor(exports: FormatsExports, icu: Formatter | undefined) {
    const tap = new Tap(exports);
    super(tap.memory, readDate);
    this.#tap = tap;
    this.#icu = icu;
  }

  override message(code: number, locale: string, args?: FormatsArgs | null): string {
    // Only the reason says whether the text is a stand-in.
    return this.#icu ? this.resolve(code, locale, args).text : super.message(code, locale, args as never);
  }

  override resolve(code: number, locale: string, args?: FormatsArgs | null): FormatsResolution {
    const resolution = super.resolve(code, locale, args as never);
    const { memory, spans: noted } = this.#tap!;
    // The runtime cannot be asked for any other code: what it said was of another text.
    const spans = isInt32(code) ? noted : noSpans;
    const formatted = this.#icu && resolution.status === 'needs-icu' && this.#format(this.#icu, resolution, code, locale, args);
    let parts: readonly Part[] | undefined;
    return (
      formatted || {
        ...resolution,
        get parts() {
          return (parts ??= readParts(memory, spans, resolution.text));
        },
      }
    );
  }

  override resolveResponse(
    response: ServiceResponse,
    locale: string,
    args?: FormatsArgs | null,
    transport?: string,
  ): FormatsResolution {
    const resolution = super.resolveResponse(response, locale, null, transport);
    return resolution.status === 'unreadable-response'
      ? { ...resolution, parts: plainParts(resolution.text) }
      : this.resolve(resolution.code, locale, args);
  }

  /** The pattern of a message, for the pack's locale that serves a reader of `locale`; nothing if the pack has none. */
  source(code: number, locale: string): Source | undefined {
    super.resolve(code, locale);
    return this.#tap!.source();
  }

  override dispose(): void {
    super.dispose();
    this.#tap = undefined;
  }

  #format(
    icu: Formatter,
    resolution: Resolution,
    code: number,
    locale: string,
    args: FormatsArgs | null | undefined,
  ): FormatsResolution | undefined {
    const source = this.#tap!.source();
    if (!source) {
      return undefined;
    }
    const { values, status, argument } = readForIcu(this.parameters(code, locale), args);
    try {
      const { text, parts, errors } = icu.formatToParts(source.pattern, source.locale, values, source);
      const incomplete = status === 'ok' && errors.length > 0;
      return { ...resolution, text, parts, errors, status: incomplete ? 'needs-icu' : status, argument };
    } catch {
      return undefined;
    }
  }
}
