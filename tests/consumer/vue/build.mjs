// Builds this project's tests (see tests/consumer/frameworks/build.mjs); its components are compiled by Vue's own compiler.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileScript, parse } from 'vue/compiler-sfc';
import { buildTests } from '../../../tests/consumer/frameworks/build.mjs';

const components = {
  name: 'vue',
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor, errors } = parse(await readFile(path, 'utf8'), { filename: path });
      const { content } = errors.length ? {} : compileScript(descriptor, { id: path, inlineTemplate: true });
      return { contents: content, loader: 'ts', errors: errors.map(({ message }) => ({ text: message })) };
    });
  },
};

await buildTests(fileURLToPath(new URL('.', import.meta.url)), { plugins: [components] });
