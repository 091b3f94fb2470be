// Serves a folder on the loopback interface with esbuild's own server, which the package's build needs anyway.
// `const { url, close } = await serve(folder)`.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../wasm/package.json', import.meta.url));
const { context } = require('esbuild');

export async function serve(folder) {
  const server = await context({});
  const { port } = await server.serve({ servedir: folder, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${port}`, close: () => server.dispose() };
}
