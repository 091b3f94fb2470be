// The arguments of a message that the ICU engine formats: what is given of those that the message declares, read once,
// with the declared defaults for the others; what is missing or of a wrong type is told as the runtime tells it.
import { readDate } from './dates.js';
import type { FormatsArgs, FormatsArgument } from './dates.js';
import type { Status } from './status.js';
import type { Parameter } from './types.js';

export interface IcuValues {
  readonly values: FormatsArgs;
  readonly status: Status;
  /** The first argument that was missing or of the wrong type. */
  readonly argument: string | undefined;
}

/** The text of a CG_TYPE_DATE. */
function dateOf(text: string): FormatsArgument {
  const [date, zone] = text.split(' ', 2);
  return zone ? { date: Number(date), zone } : { date: Number(date) };
}

/** The value as the engine takes it; undefined if it is of another type than declared, or throws. */
function valueOf(value: unknown, declared: Parameter['type']): FormatsArgument {
  const date = readDate(value, declared);
  if (date !== undefined) {
    return declared === 'date' || declared === 'any' ? dateOf(date) : undefined;
  }
  if (typeof value === 'string') {
    return declared === 'string' || declared === 'any' ? value : undefined;
  }
  if (declared !== 'number' && declared !== 'any') {
    return undefined;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  const { decimal, int64 } = Object(value) as { readonly decimal?: unknown; readonly int64?: unknown };
  const digits = decimal ?? int64;
  return typeof digits === 'string' ? { decimal: digits } : undefined;
}

const defaultOf = ({ type, default: text }: Parameter): FormatsArgument =>
  text === undefined ? undefined : type === 'number' ? { decimal: text } : type === 'date' ? dateOf(text) : text;

export function readForIcu(parameters: readonly Parameter[], args: FormatsArgs | null | undefined): IcuValues {
  let status: Status = 'ok';
  let argument: string | undefined;
  const values = parameters.map((parameter): [string, FormatsArgument] => {
    const { name, type } = parameter;
    let problem: Status = 'missing-argument';
    let value: FormatsArgument;
    try {
      const given: unknown = args != null && Object.hasOwn(args, name) ? args[name] : undefined;
      if (given != null) {
        problem = 'wrong-argument-type';
        value = valueOf(given, type);
      }
    } catch {
      problem = 'wrong-argument-type';
    }
    const shown = value ?? defaultOf(parameter);
    if (status === 'ok' && (shown === undefined || (value === undefined && problem === 'wrong-argument-type'))) {
      status = problem;
      argument = name;
    }
    return [name, shown];
  });
  return { values: Object.fromEntries(values.filter(([, value]) => value !== undefined)), status, argument };
}
