import type { Options } from './options.js';

export type { Options } from './options.js';

/** The plugin of Vite and Rollup: a value for `plugins` of either. */
declare function codeglot(options?: Options): { name: string };
export default codeglot;
