// The entry `@codeglot/vite/rspack`: the plugin of Rspack.
import { unplugin } from './plugin.mjs';

export default unplugin.rspack;
