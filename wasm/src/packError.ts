// The one error that is thrown for what a program was given to load.
import { callStatuses, firstCallStatus, packNeedsFormats } from './status.js';
import type { PackStatus } from './status.js';

/** A pack, or a file of CLDR data, that is refused: a mistake of the program, not of its data. */
export class PackError extends Error {
  /** The number of the status in the C interface. */
  readonly code: number;
  readonly status: PackStatus;

  constructor(code: number) {
    const status = callStatuses[code - firstCallStatus]!;
    super('codeglot: ' + status + (code === packNeedsFormats ? ': use codeglot/formats' : ''));
    this.name = 'PackError';
    this.code = code;
    this.status = status;
  }
}
