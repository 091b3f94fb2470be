// The authoring folder over time: what compiled last, what is wrong now. Compiles one at a time; a request that comes while
// that goes on looks at the folder once more behind it. On failure: `failure` says why, and `build` stays what it was.
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { compile } from './compile.mjs';
import { writeDeclaration } from './declaration.mjs';

/** What the command writes into the folder itself, and texts do not depend on. */
const unread = new Set(['check.json', 'glossary.json', 'released.json', 'baseline.json']);

export class Project {
  /** The latest build that went well. */
  build;
  /** Why the latest one did not. */
  failure;
  #options;
  #seen;
  #queue = Promise.resolve();

  constructor(options = {}, root = process.cwd()) {
    this.#options = options;
    this.root = root;
  }

  get folder() {
    return resolve(this.root, this.#options.locales ?? 'locales');
  }

  /** Whether a change of this file may change a text. */
  isAuthoring(file) {
    const path = resolve(file);
    return dirname(path) === this.folder && extname(path) === '.json' && !unread.has(path.slice(this.folder.length + 1));
  }

  /** The authoring files. None if the folder cannot be read, which the command will say better. */
  async files() {
    const names = await readdir(this.folder).catch(() => []);
    return names.map((name) => join(this.folder, name)).filter((file) => this.isAuthoring(file)).sort();
  }

  /** Compiles if a file has changed since the last time. Never rejects. */
  request() {
    return (this.#queue = this.#queue.then(() => this.#refresh()));
  }

  /** The build of the folder as it is. Rejects if it does not compile. */
  async current() {
    await this.request();
    if (this.failure) {
      throw this.failure;
    }
    return this.build;
  }

  async #refresh() {
    const state = await this.#fingerprint();
    if (state === this.#seen) {
      return;
    }
    this.#seen = state;
    const { root, folder } = this;
    try {
      const build = await compile({ ...this.#options, root, folder });
      const { types = 'codeglot.d.ts' } = this.#options;
      if (types !== false) {
        await writeDeclaration(resolve(root, types), build);
      }
      this.build = build;
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    }
  }

  async #fingerprint() {
    const files = await this.files();
    const states = await Promise.all(files.map((file) => stat(file, { bigint: true }).catch(() => undefined)));
    return files
      .map((file, index) => {
        const { mtimeNs, size, ino } = states[index] ?? {};
        return [file, mtimeNs, size, ino].join('\0');
      })
      .join('\n');
  }
}
