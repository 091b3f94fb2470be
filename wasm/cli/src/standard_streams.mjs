// The process's standard streams, read and written at once, without Node's event loop. A pipe or a terminal that another
// program has made non-blocking says EAGAIN; then these wait a moment and ask again.
import { readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

const pauseMilliseconds = 5;
const never = new Int32Array(new SharedArrayBuffer(4));

/** The streams' descriptors, as files.mjs wants them. A raised interruption ends the input. */
export function inputStream(descriptor, interruption) {
  return {
    isTerminal: isatty(descriptor),
    read(bytes) {
      for (;;) {
        try {
          return readSync(descriptor, bytes);
        } catch (error) {
          if (error.code === 'EOF') {
            return 0;
          }
          if (error.code !== 'EAGAIN') {
            throw error;
          }
          Atomics.wait(interruption, 0, 0, pauseMilliseconds);
          if (Atomics.load(interruption, 0) !== 0) {
            return 0;
          }
        }
      }
    },
  };
}

/** Calls `readerIsGone` when nobody reads what is written. */
export function outputStream(descriptor, readerIsGone) {
  return {
    isTerminal: isatty(descriptor),
    write(bytes) {
      for (let written = 0; written < bytes.length; ) {
        try {
          written += writeSync(descriptor, bytes, written);
        } catch (error) {
          if (error.code === 'EPIPE') {
            readerIsGone();
          }
          if (error.code !== 'EAGAIN') {
            throw error;
          }
          Atomics.wait(never, 0, 0, pauseMilliseconds);
        }
      }
    },
  };
}
