// What one run of the command sees of the world: files by Node, relative to a folder of its own, its three standard
// streams, its environment, and whether it is to end. host/host.js calls it from WebAssembly. All of it is synchronous.
// On failure: Node's exceptions, whose `code` says why.
import fs from 'node:fs';
import { resolve } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const failure = (code) => Object.assign(new Error(code), { code });

const typeOf = (entry) =>
  entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other';

export class Files {
  /** Numbers of open files, as C has them: 0 to 2 are the standard streams. */
  #open = new Map();

  /**
   * `stdin.read(bytes)` fills bytes and returns how many, 0 at the end; `stdout.write(bytes)` and `stderr.write(bytes)`
   * take a view of memory that is only theirs during the call. Each may say that it `isTerminal`. `environment` lists
   * NAME=VALUE. `interruption` is an Int32Array on shared memory: the first element becomes 1 when the command is to end,
   * the second is 1 while it wants to be told so.
   */
  constructor({ folder, environment, stdin, stdout, stderr, interruption }) {
    this.folder = folder;
    this.environment = environment;
    this.processId = isMainThread ? process.pid : process.pid * 1000 + threadId;
    this.interruption = interruption;
    this.streams = [stdin, stdout, stderr];
  }

  isInterrupted() {
    return Atomics.load(this.interruption, 0) !== 0;
  }

  holdSignals(hold) {
    Atomics.store(this.interruption, 1, hold ? 1 : 0);
  }

  /** Until the time is over, or the command is to end. */
  sleep(milliseconds) {
    Atomics.wait(this.interruption, 0, 0, milliseconds);
  }

  path(folder, path) {
    if (path === '') {
      throw failure('ENOENT');
    }
    const absolute = resolve(this.folder, folder === null ? '' : this.#file(folder).path, path);
    return path.endsWith('/') && !absolute.endsWith('/') ? `${absolute}/` : absolute; // A file's name ends in no slash.
  }

  open(path, { read, write, create, exclusive, truncate, append, folder }, mode) {
    const { constants } = fs;
    if (folder || (!write && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory())) {
      return this.#add({ path, entries: this.#entriesOf(path), position: null });
    }
    const flags =
      (read && write ? constants.O_RDWR : write ? constants.O_WRONLY : constants.O_RDONLY) |
      (create ? constants.O_CREAT : 0) |
      (exclusive ? constants.O_EXCL : 0) |
      (truncate ? constants.O_TRUNC : 0) |
      (append ? constants.O_APPEND : 0);
    const descriptor = fs.openSync(path, flags, mode);
    // Only what has a size can be read from any position; of the rest, as of a pipe, what comes next.
    const isFile = fs.fstatSync(descriptor).isFile();
    return this.#add({ path, descriptor, append, position: isFile ? 0 : null });
  }

  stat(path, follow) {
    return follow ? fs.statSync(path, { bigint: true }) : fs.lstatSync(path, { bigint: true });
  }

  makeFolder(path, mode) {
    fs.mkdirSync(path, { mode });
  }

  remove(path, isFolder) {
    if (isFolder) {
      fs.rmdirSync(path);
    } else {
      fs.unlinkSync(path);
    }
  }

  rename(from, to) {
    fs.renameSync(from, to);
  }

  readLink(path, bytes) {
    return fs.readlinkSync(path, 'buffer').copy(bytes);
  }

  statOpen(number) {
    const { descriptor, path } = this.#file(number);
    return descriptor === undefined ? this.stat(path, true) : fs.fstatSync(descriptor, { bigint: true });
  }

  /** The next entries of a folder, as many as `most`: their names and types. */
  nextEntries(number, most) {
    const { entries } = this.#file(number);
    if (entries === undefined) {
      throw failure('ENOTDIR');
    }
    return entries.splice(0, most);
  }

  isTerminal(number) {
    return this.streams[number]?.isTerminal ?? false;
  }

  read(number, bytes) {
    if (number === 0) {
      return this.streams[0].read(bytes);
    }
    const file = this.#file(number);
    if (file.entries !== undefined) {
      throw failure('EISDIR');
    }
    const count = fs.readSync(file.descriptor, bytes, 0, bytes.length, file.position);
    file.position = file.position === null ? null : file.position + count;
    return count;
  }

  write(number, bytes) {
    if (number === 1 || number === 2) {
      this.streams[number].write(bytes);
      return bytes.length;
    }
    const file = this.#file(number);
    const count = fs.writeSync(file.descriptor, bytes, 0, bytes.length, file.append ? null : file.position);
    file.position = file.position === null ? null : file.position + count;
    return count;
  }

  seek(number, offset, from) {
    const file = this.#open.get(number);
    if (file === undefined || file.position === null) {
      throw failure('ESPIPE');
    }
    const base = from === 'begin' ? 0 : from === 'here' ? file.position : fs.fstatSync(file.descriptor).size;
    if (base + offset < 0) {
      throw failure('EINVAL');
    }
    file.position = base + offset;
    return file.position;
  }

  /** Returns when what was written is on the disk. */
  flush(number) {
    fs.fsyncSync(this.#file(number).descriptor);
  }

  close(number) {
    if (number <= 2) {
      return;
    }
    const { descriptor } = this.#file(number);
    this.#open.delete(number);
    if (descriptor !== undefined) {
      fs.closeSync(descriptor);
    }
  }

  /** What a run that ended early has left open. */
  closeAll() {
    for (const number of [...this.#open.keys()]) {
      this.close(number);
    }
  }

  #entriesOf(path) {
    return fs.readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, type: typeOf(entry) }));
  }

  #add(file) {
    let number = 3;
    while (this.#open.has(number)) {
      ++number;
    }
    this.#open.set(number, file);
    return number;
  }

  #file(number) {
    const file = this.#open.get(number);
    if (file === undefined) {
      throw failure('EBADF');
    }
    return file;
  }
}
