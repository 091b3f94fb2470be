// Where bin/codeglot.mjs runs the command: waits for the compiled module, runs it on the process's own standard streams,
// and posts the exit status.
import { parentPort, workerData } from 'node:worker_threads';
import { runCommand } from './command.mjs';
import { inputStream, outputStream } from './standard_streams.mjs';

const { args, folder, interruption } = workerData;
const readerIsGone = () => {
  parentPort.postMessage(141); // As a shell reports a program that SIGPIPE has ended.
  process.exit();
};
const streams = {
  stdin: inputStream(0, interruption),
  stdout: outputStream(1, readerIsGone),
  stderr: outputStream(2, readerIsGone),
};
parentPort.once('message', async (module) => {
  parentPort.postMessage(await runCommand(module, args, { folder, streams, interruption }));
});
