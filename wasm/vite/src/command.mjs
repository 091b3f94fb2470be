// Runs the codeglot command: @codeglot/cli, which is WebAssembly and needs no tool chain, or a native one by its path. A
// command that ran is a result, whatever its exit status. On failure: rejects if the command cannot be run at all.
import { spawn } from 'node:child_process';

function runNative(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (texts[name] += text));
    }
    child.on('error', (error) => {
      const reason = `${command} cannot be run (${error.code ?? error.message}): name a codeglot command in the option "command" or in CODEGLOT_COMMAND, or leave out both`;
      reject(new Error(reason, { cause: error }));
    });
    child.on('close', (status) => resolve({ status: status ?? 130, ...texts }));
  });
}

/** `command`: the path of a native codeglot; without one, that in CODEGLOT_COMMAND, else @codeglot/cli. */
export async function runCommand(args, { command = process.env.CODEGLOT_COMMAND, cwd }) {
  if (command) {
    return runNative(command, args, cwd);
  }
  const { run } = await import('@codeglot/cli');
  return run(args, { cwd });
}
