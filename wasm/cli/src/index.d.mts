/** How a run of the command sees the world. */
export interface RunOptions {
  /** The folder that relative paths are in: the process's own if there is none. */
  cwd?: string;
  /** What the command reads from standard input: nothing if there is none. Text goes as UTF-8. */
  stdin?: string | Uint8Array;
  /** Takes standard output as it is written, in pieces that may end within a character. */
  stdout?: (bytes: Uint8Array) => void;
  /** Takes standard error as it is written. */
  stderr?: (bytes: Uint8Array) => void;
}

/** How a run ended. */
export interface RunResult {
  /**
   * The exit status. 0: done. 1: the code is unknown, the response is unreadable, or the authoring files have errors.
   * 2: wrong usage, or unreadable files.
   */
  status: number;
  /** What was written to standard output; empty if there was a writer for it. */
  stdout: string;
  /** What was written to standard error; empty if there was a writer for it. */
  stderr: string;
}

/**
 * Runs the codeglot command with these arguments, as `codeglot ...args` would, inside this process. Once it has begun, it
 * does not give way to anything else until it is done; `watch` never is, so it is for the command line.
 */
export function run(args: readonly string[], options?: RunOptions): Promise<RunResult>;
