import { join } from 'node:path';

const output = (folder) => ({ path: join(import.meta.dirname, folder), clean: true });

export default [
  { entry: { main: './src/main.js', own: './src/own.js' }, output: output('public/build') },
  { entry: { server: './src/server.js' }, output: output('dist-server'), target: 'node' },
];
