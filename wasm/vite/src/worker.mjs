// The worker of command.mjs: runs @codeglot/cli, one run after the other. On failure: answers with the reason.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', async ({ run, args, cwd }) => {
  try {
    const cli = await import('@codeglot/cli');
    parentPort.postMessage({ run, result: await cli.run(args, { cwd }) });
  } catch (error) {
    parentPort.postMessage({ run, error: `@codeglot/cli cannot be run: ${error.message}` });
  }
});
