// The entry `@codeglot/vite/esbuild`: the plugin of esbuild.
import { unplugin } from './plugin.mjs';

export default unplugin.esbuild;
