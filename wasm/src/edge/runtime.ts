// The plain runtime for hosts that compile no bytes at run time (Cloudflare Workers, edge functions): the module comes
// compiled from an import of the file, which the host's own bundler knows by its name.
import packaged from './codeglot.wasm?module';
import type { RuntimeExports } from '../runtimeExports.js';

/** A new instance: of the module that is given, else of the package's own. */
export const instantiate = (module: WebAssembly.Module = packaged): RuntimeExports =>
  new WebAssembly.Instance(module).exports as unknown as RuntimeExports;
