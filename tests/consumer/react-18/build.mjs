// Builds the tests of ../react for React 18. What needs React is bundled, so that it is this project's React that it has,
// wherever npm put the package itself.
import { fileURLToPath } from 'node:url';
import { buildTests } from '../../../tests/consumer/frameworks/build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
await buildTests(
  here,
  {
    packages: 'bundle',
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    external: ['react', 'react-dom', 'jsdom'],
    // For the packages that are CommonJS.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  },
  fileURLToPath(new URL('../react', import.meta.url)),
);
