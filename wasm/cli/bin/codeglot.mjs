#!/usr/bin/env node
// The codeglot command. It runs in a worker, whose stack is larger, and so that this thread hears signals: the command
// takes back what it has written, as the native one does, or it is ended by the signal.
import { Worker } from 'node:worker_threads';
import { commandModule } from '../src/command.mjs';

// Shared with the worker: 1 when the command is to end; 1 while it wants to be told so.
const interruption = new Int32Array(new SharedArrayBuffer(8));

const module = commandModule(); // Compiled while the worker starts.
const worker = new Worker(new URL('../src/worker.mjs', import.meta.url), {
  workerData: { args: process.argv.slice(2), folder: process.cwd(), interruption },
});
worker.on('message', (status) => {
  process.exitCode = status;
});
worker.postMessage(await module);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (Atomics.load(interruption, 1) === 0) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
    Atomics.store(interruption, 0, 1);
    Atomics.notify(interruption, 0);
  });
}
