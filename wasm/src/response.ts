// Finds the return code in a service's answer. Reads anything, trusts nothing and never throws: whatever cannot be read
// is absent.

/** A property of anything at all; undefined where reading it fails. */
export function field(holder: unknown, name: string): unknown {
  try {
    return (holder as Record<string, unknown> | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** A 32-bit integer: a number, or the one canonical spelling of it ("102", not "0x66", " 102" or "102.0"). */
export function toInt32(value: unknown): number | undefined {
  return (typeof value === 'number' || typeof value === 'string') && String((value as number) | 0) === String(value)
    ? (value as number) | 0
    : undefined;
}

/** The return code of a response's body: JSON text (a byte order mark is tolerated) or the object read from it. */
export function bodyCode(body: unknown): number | undefined {
  if (typeof body === 'string') {
    try {
      body = JSON.parse(body.replace(/^\uFEFF/, ''));
    } catch {
      return undefined;
    }
  }
  return toInt32(field(body, 'code'));
}
