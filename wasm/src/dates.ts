// Dates as arguments: what a program may give, and the text that the C interface has for it (CG_TYPE_DATE).
import type { Argument, Parameter } from './types.js';

/**
 * A point in time. `zone`: an offset as "+05:30", "UTC", or an IANA name, which only the ICU engine can show. Without one
 * it is UTC, or the zone of the ICU engine's call.
 */
export type DateArgument = Date | { readonly date: number | Date; readonly zone?: string };

/** A value for a message or a pattern. A number is milliseconds since 1970 where the message declares a date. */
export type FormatsArgument = Argument | DateArgument;

/** The values for a message, by name. Names that the message does not declare are ignored. */
export type FormatsArgs = Readonly<Record<string, FormatsArgument>>;

/** Milliseconds as JavaScript's Date counts them; throws for what is no date. */
function milliseconds(date: unknown): number {
  const value = typeof date === 'number' ? date : (date as Date).getTime();
  if (!Number.isFinite(value)) {
    throw new RangeError('no date');
  }
  return Math.floor(value);
}

/** @internal See DateReader. */
export function readDate(value: unknown, declared: Parameter['type']): string | undefined {
  if (value instanceof Date || (typeof value === 'number' && declared === 'date')) {
    return String(milliseconds(value));
  }
  if (typeof value !== 'object') {
    return undefined;
  }
  const { date, zone } = value as { readonly date?: unknown; readonly zone?: unknown };
  if (date == null) {
    return undefined;
  }
  if (zone != null && typeof zone !== 'string') {
    throw new TypeError('no time zone');
  }
  return String(milliseconds(date)) + (zone ? ' ' + zone : '');
}
