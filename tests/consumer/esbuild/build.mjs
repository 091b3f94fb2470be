import { build } from 'esbuild';

const options = { bundle: true, splitting: true, format: 'esm', minify: true, logLevel: 'info' };
await build({ ...options, entryPoints: ['src/main.js', 'src/own.js'], outdir: 'public/build' });
await build({ ...options, entryPoints: ['src/server.js'], outdir: 'dist-server', platform: 'node' });
