import type { Options } from './options.js';

export type { Options } from './options.js';

/** The plugin of esbuild: a value for `plugins`. */
declare function codeglot(options?: Options): { name: string; setup(build: any): void | Promise<void> };
export default codeglot;
