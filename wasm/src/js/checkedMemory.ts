// The memory of a runtime in plain JavaScript, as WebAssembly has it: what cannot grow says so. wasm2js leaves it as it is.
import type { RuntimeExports } from '../runtimeExports.js';

export function withCheckedMemory<Exports extends RuntimeExports>(exports: Exports): Exports {
  const { memory } = exports;
  const grow = (pages: number): number => {
    const before = memory.buffer.byteLength;
    const grown = memory.grow(pages);
    if (memory.buffer.byteLength === before) {
      throw new RangeError('codeglot: there is no more memory');
    }
    return grown;
  };
  return {
    ...exports,
    memory: {
      grow,
      get buffer() {
        return memory.buffer;
      },
    },
  };
}
