// Runs the native command and @codeglot/cli one after the other in the same folder, which is put back in between, and
// compares what each wrote: standard output, standard error, exit status, and every byte of every file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { consumer, nativeCommand, packsFolder, projectFolder } from './package.mjs';

const require = createRequire(join(consumer, 'package.json'));
export const cliInstalled = existsSync(join(consumer, 'node_modules/@codeglot/cli'));
export const cliFolder = cliInstalled ? dirname(require.resolve('@codeglot/cli/package.json')) : '';
export const bin = join(cliFolder, 'bin/codeglot.mjs');
export const { run } = cliInstalled ? await import(pathToFileURL(require.resolve('@codeglot/cli')).href) : {};

/** The files below a folder: their paths from there, and their bytes. */
export function filesBelow(folder) {
  const paths = readdirSync(folder, { recursive: true }).sort();
  return new Map(paths.map((path) => [path, statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path)) : null]));
}

function writeFiles(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(bytes === null ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (bytes !== null) {
      writeFileSync(join(folder, path), bytes);
    }
  }
}

process.env.CODEGLOT_PACKS = packsFolder; // For both.

/** How the native command ends, and a whole process of the package's command. */
const process_ = (command, args) => (given, { folder, input }) => {
  const { status, stdout, stderr, error } = spawnSync(command, [...args, ...given], { cwd: folder, input, maxBuffer: 2 ** 28 });
  assert.ifError(error);
  return { status, stdout: stdout.toString('latin1'), stderr: stderr.toString('latin1') };
};
export const native = process_(nativeCommand, []);
export const byProcess = process_(process.execPath, [bin]);

/** The same by the package's interface, in this process. */
export async function byCall(args, { folder, input }) {
  const streams = { stdout: [], stderr: [] };
  const { status } = await run(args, {
    cwd: folder,
    stdin: input,
    stdout: (bytes) => streams.stdout.push(bytes),
    stderr: (bytes) => streams.stderr.push(bytes),
  });
  const text = (name) => Buffer.concat(streams[name]).toString('latin1');
  return { status, stdout: text('stdout'), stderr: text('stderr') };
}

/** A folder of its own for the cases of one test: `files` is a Map as filesBelow gives. */
export function workshop(name, files) {
  const folder = join(projectFolder, 'build/package/cli', name);
  return {
    folder,
    /** What the native command did, if the other did the same; what it left in the folder is in `files`. */
    async same(args, { input, how = byCall, start = files } = {}) {
      const results = [];
      for (const each of [native, how]) {
        writeFiles(folder, start);
        const result = await each(args, { folder, input });
        results.push({ ...result, files: filesBelow(folder) });
      }
      const [wanted, got] = results;
      const told = `codeglot ${args.join(' ')}`;
      assert.deepEqual([...got.files.keys()], [...wanted.files.keys()], told);
      for (const [path, bytes] of wanted.files) {
        assert.ok(bytes === null || bytes.equals(got.files.get(path)), `${told}: ${path} differs`);
      }
      const said = ({ status, stdout, stderr }) => ({ status, stdout, stderr });
      assert.deepEqual(said(got), said(wanted), told);
      return wanted;
    },
  };
}
