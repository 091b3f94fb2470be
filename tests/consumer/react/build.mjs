// Builds this project's tests. See ../frameworks/build.mjs.
import { fileURLToPath } from 'node:url';
import { buildTests } from '../frameworks/build.mjs';

await buildTests(fileURLToPath(new URL('.', import.meta.url)));
