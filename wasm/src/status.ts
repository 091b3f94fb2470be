// The status numbers of the C interface, by name: the one table of them in TypeScript. tests/wasm compares it with
// codeglot.h. A text's statuses begin at 0, those of a call or a pack at 16.

/** Names of the statuses that come with a text, by number. */
export const textStatuses = [
  'ok',
  'unknown-code',
  'missing-argument',
  'wrong-argument-type',
  'unreadable-response',
  'no-pack',
  'output-too-long',
  'needs-icu',
] as const;

/** Names of the statuses that come without one, by number less `firstCallStatus`. */
export const callStatuses = [
  'invalid-call',
  'pack-truncated',
  'pack-not-a-pack',
  'pack-version',
  'pack-checksum',
  'pack-malformed',
  'pack-too-large',
  'pack-of-other-catalog',
  'too-many-packs',
  'out-of-memory',
  'pack-needs-formats',
  'data-malformed',
  'no-source',
] as const;

/** Why a text reads as it does. */
export type Status = (typeof textStatuses)[number];

/** Why a pack was not added. */
export type PackStatus = (typeof callStatuses)[number];

export const firstCallStatus = 16;

// The statuses that TypeScript itself reports.
export const outputTooLong = 6;
export const packNotAPack = 18;
export const packNeedsFormats = 26;
