// The entry `codeglot/icu` where there is no WebAssembly: the engine is a megabyte of it, too much to be translated. It can be
// imported, so that a program for many hosts is one program; loading it says why it cannot be had.
import type { IcuOptions } from '../icu.js';
import type { Formatter } from '../formatsCatalog.js';

export { PackError } from '../packError.js';

export const loadIcu = (_options?: IcuOptions): Promise<Formatter> =>
  Promise.reject(
    new Error('codeglot: the ICU engine needs WebAssembly, which this host does not have: format such messages on a server'),
  );
