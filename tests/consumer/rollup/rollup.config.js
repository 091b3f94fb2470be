import { nodeResolve } from '@rollup/plugin-node-resolve';

export default [
  { input: ['src/main.js', 'src/own.js'], output: { dir: 'public/build' }, plugins: [nodeResolve({ browser: true })] },
  { input: 'src/server.js', output: { dir: 'dist-server' }, plugins: [nodeResolve()] },
];
