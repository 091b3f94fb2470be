// Runs the codeglot command: @codeglot/cli, which is WebAssembly and needs no tool chain, or a native one by its path. A
// command that ran is a result, whatever its exit status. On failure: rejects if the command cannot be run at all.
import { spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';

function runNative(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (texts[name] += text));
    }
    child.on('error', (error) => {
      const remedy = 'name a codeglot command in the option "command" or in CODEGLOT_COMMAND, or leave out both';
      reject(new Error(`${command} cannot be run (${error.code ?? error.message}): ${remedy}`, { cause: error }));
    });
    child.on('close', (status) => resolve({ status: status ?? 130, ...texts }));
  });
}

let worker;
let runs = 0;
/** By number, those who wait for a run. */
const waiting = new Map();

/** The worker in which @codeglot/cli runs, so that a dev server answers meanwhile. It stays, as its module is compiled. */
function startWorker() {
  const started = new Worker(new URL('worker.mjs', import.meta.url));
  started.on('message', ({ run, result, error }) => {
    const { resolve, reject } = waiting.get(run);
    waiting.delete(run);
    if (!waiting.size) {
      started.unref();
    }
    if (error === undefined) {
      resolve(result);
    } else {
      reject(new Error(error));
    }
  });
  started.on('error', (error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) {
      reject(error);
    }
    waiting.clear();
  });
  return started;
}

function runInWorker(args, cwd) {
  return new Promise((resolve, reject) => {
    worker ??= startWorker();
    const run = runs++;
    waiting.set(run, { resolve, reject });
    worker.ref();
    worker.postMessage({ run, args, cwd });
  });
}

/** `command`: the path of a native codeglot; without one, that in CODEGLOT_COMMAND, else @codeglot/cli. */
export function runCommand(args, { command = process.env.CODEGLOT_COMMAND, cwd }) {
  return command ? runNative(command, args, cwd) : runInWorker(args, cwd);
}
