// The package's interface: runs the command inside the program that imports this. See index.d.mts.
import { commandModule, runCommand } from './command.mjs';

/** Collects what is written. Its chunks are copies: the command's memory is its own. */
class Collector {
  #chunks = [];

  write(bytes) {
    this.#chunks.push(Buffer.from(bytes));
  }

  text() {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function outputTo(writer) {
  const collector = new Collector();
  const write = writer === undefined ? (bytes) => collector.write(bytes) : (bytes) => writer(Uint8Array.from(bytes));
  return { write, text: () => collector.text() };
}

function inputFrom(source = '') {
  let rest = typeof source === 'string' ? Buffer.from(source) : source;
  return {
    read(bytes) {
      const next = rest.subarray(0, bytes.length);
      bytes.set(next);
      rest = rest.subarray(next.length);
      return next.length;
    },
  };
}

export async function run(args, { cwd = process.cwd(), stdin, stdout, stderr } = {}) {
  const streams = { stdin: inputFrom(stdin), stdout: outputTo(stdout), stderr: outputTo(stderr) };
  const interruption = new Int32Array(new SharedArrayBuffer(8)); // Nobody raises it: a run cannot be stopped from outside.
  const status = await runCommand(await commandModule(), args, { folder: cwd, streams, interruption });
  return { status, stdout: streams.stdout.text(), stderr: streams.stderr.text() };
}
