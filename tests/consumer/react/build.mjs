// Builds this project's tests. See tests/consumer/frameworks/build.mjs.
import { fileURLToPath } from 'node:url';
import { buildTests } from '../../../tests/consumer/frameworks/build.mjs';

await buildTests(fileURLToPath(new URL('.', import.meta.url)));
