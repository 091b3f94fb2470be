// Finds the return code and the problem in a service's answer. Reads anything, trusts nothing and never throws: whatever
// cannot be read is absent.

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

// CG_MAX_STATUS_DETAILS.
const detailsMost = 16;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The return code and the problem of a response's body: JSON text (a byte order mark is tolerated) or the object read
 * from it. The "code" of a google.rpc.Status is another number space, so one with an ErrorInfo has no return code.
 */
export function readBody(body: any): readonly [code?: number | undefined, problem?: string] {
  try {
    if (typeof body === 'string') {
      body = JSON.parse(body.replace(/^\uFEFF/, ''));
    }
    for (const status of [body, body.error]) {
      if (Array.isArray(status?.details)) {
        for (const detail of status.details.slice(0, detailsMost)) {
          if (textOf(detail?.['@type']).endsWith('google.rpc.ErrorInfo')) {
            return [, `${textOf(detail.reason)}@${textOf(detail.domain)}`];
          }
        }
      }
    }
    return [toInt32(body.code), textOf(body.type)];
  } catch {
    return [];
  }
}
