// The entry `@codeglot/vite/webpack`: the plugin of webpack.
import { unplugin } from './plugin.mjs';

export default unplugin.webpack;
