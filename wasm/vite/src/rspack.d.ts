import type { Options } from './options.js';

export type { Options } from './options.js';

/** The plugin of Rspack: a value for `plugins`. */
declare function codeglot(options?: Options): { apply(compiler: any): void };
export default codeglot;
