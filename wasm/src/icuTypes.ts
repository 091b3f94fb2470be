// What goes into and comes out of the ICU engine: the public types of `codeglot/icu`. No code.
import type { FormatsArgument as IcuArgument } from './dates.js';
import type { Part } from './parts.js';

export type { FormatsArgs as IcuArgs, FormatsArgument as IcuArgument } from './dates.js';
export type { Part as IcuPart, Piece as IcuPiece } from './parts.js';

/** How a pattern is read. */
export interface IcuFormatOptions {
  /** `mf1` (ICU MessageFormat) unless said. */
  readonly syntax?: 'mf1' | 'mf2';
  /** Of dates that name none: an IANA name, or an offset such as "+05:30". UTC unless said. */
  readonly timeZone?: string;
  /** MF2: `default` isolates placeholders as the specification says, `none` never does. */
  readonly bidi?: 'default' | 'none';
}

/** What is wrong with a pattern or its arguments. */
export interface IcuError {
  /** A name of Unicode MessageFormat (`syntax-error`, `bad-operand`, …), `missing-data`, or `engine-failure`. */
  readonly kind: string;
  readonly message: string;
  /** Where in the pattern, in bytes of UTF-8. */
  readonly offset: number;
}

/** A text, what it is made of, and what went wrong. */
export interface IcuResult {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Empty if nothing went wrong. */
  readonly errors: readonly IcuError[];
}

/** A placeholder or selector of MF2 that names a function of the program's. */
export interface IcuFunctionCall {
  readonly name: string;
  readonly locale: string;
  readonly operand: string | number | bigint | { readonly decimal: string } | { readonly date: number; readonly zone: string } | undefined;
  readonly options: Readonly<Record<string, string>>;
  /** Names of options whose value is a variable's, not written in the message. */
  readonly variableOptions: readonly string[];
  /** Options of the function that made the operand, if one did. */
  readonly operandOptions: Readonly<Record<string, string>>;
}

/** What a function makes of a call; a string alone is its text. */
export interface IcuFunctionResult {
  readonly text?: string;
  /** What a selector compares its keys with; without it the function cannot select. */
  readonly selection?: string;
  /** A sentence if the operand or an option is bad: a fallback is shown. */
  readonly error?: string;
  /** A sentence if the value can be selected on and passed on, but not shown. */
  readonly formatError?: string;
  /** Of either error: an option is at fault, not the operand. */
  readonly badOption?: boolean;
  /** Keys that match as well, less than `selection`, the better first. */
  readonly weakerSelections?: readonly string[];
  /** What a function that takes this as its operand is given, and finds as `operandOptions`; else this call's operand. */
  readonly value?: IcuArgument;
  readonly options?: Readonly<Record<string, string>>;
}

/** A function of the program's for MessageFormat 2. What it throws is an error of its placeholder. */
export type IcuFunction = (call: IcuFunctionCall) => string | IcuFunctionResult;
