// The entry `@codeglot/vite`: the plugin of Vite and Rollup.
import { unplugin } from './plugin.mjs';

/** One plugin for both: what only Vite calls is there for Rollup, too, which looks at none of it. */
export default unplugin.vite;
