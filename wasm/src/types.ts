// What goes into and comes out of a catalog: the public types of all entries. No code.
import type { Status } from './status.js';

/**
 * One value for a message. A number prints as JavaScript's own shortest digits say, a bigint and a decimal exactly.
 * `null` and `undefined` count as not given; a value of any other type is reported as of the wrong type.
 */
export type Argument =
  | string
  | number
  | bigint
  | { readonly decimal: string }
  | { readonly int64: string }
  | null
  | undefined;

/** The values for a message, by name. Names that the message does not declare are ignored. */
export type Args = Readonly<Record<string, Argument>>;

/**
 * What follows the locale in a call for a code, by the CodeArgs that `codeglot generate --to typescript` makes: required
 * where an argument has no default. A code that is only known as a number takes anything.
 */
export type ArgsOf<CodeArgs, Code extends number, Any> = number extends Code
  ? [args?: Any | null]
  : Code extends keyof CodeArgs
    ? {} extends CodeArgs[Code]
      ? [args?: CodeArgs[Code] | null]
      : [args: CodeArgs[Code]]
    : [args?: Any | null];

/** The two calls that take arguments for a code, with the types of one catalog. */
export interface TypedMessages<CodeArgs, Any, Result> {
  /** The text of a code for a reader of `locale`. Always a text, whatever is given. */
  message<const Code extends number>(code: Code, locale: string, ...args: ArgsOf<CodeArgs, Code, Any>): string;
  /** The same text, with the reason for it. */
  resolve<const Code extends number>(code: Code, locale: string, ...args: ArgsOf<CodeArgs, Code, Any>): Result;
}

/** A compiled locale: the bytes of a .cgpk file, or what `codeglot/locales/*` exports. */
export type Pack = Uint8Array | ArrayBuffer | string;

/** A text and why it reads as it does. */
export interface Resolution {
  readonly text: string;
  readonly status: Status;
  /** The return code that the text is for; 0 with `unreadable-response`. */
  readonly code: number;
  /** The code's symbol, as the service spells it; empty if unknown. */
  readonly name: string;
  /** Tag of the locale whose words answered: another than the pack's where that locale has no such message. */
  readonly locale: string;
  /** Tag of the pack that was asked. */
  readonly packLocale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The first argument that was missing or of the wrong type. */
  readonly argument: string | undefined;
}

/** A service's answer as its transport delivered it. */
export interface ServiceResponse {
  /** The status of the transport itself, as of HTTP; none for RPC. */
  readonly status?: number | null | undefined;
  /** JSON text, or an object that was read from it: one with a `code`, RFC 9457 problem details, a google.rpc.Status. */
  readonly body?: unknown;
}

/** What a message declares of one of its arguments. */
export interface Parameter {
  readonly name: string;
  readonly type: 'any' | 'string' | 'number' | 'date';
  /** What stands for an argument that is not given; without it, the name in braces. */
  readonly default: string | undefined;
}
