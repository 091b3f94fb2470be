// What the compiler finds wrong, as bundlers and Vite's overlay show it: the place in the authoring file, and the lines
// around it. Lines and columns are the compiler's, which begin at 1.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const findingLine = /^(.*?)(?::(\d+):(\d+))?: (error|warning): (.*)$/;
const linesAround = 2;
// A file on one line is no frame to look at.
const widthMost = 120;

/** The findings in the compiler's output, one a line; other lines are none. */
export function parseFindings(output, root) {
  const findings = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, row, column, severity, message] = findingLine.exec(line) ?? [];
    if (file !== undefined) {
      findings.push({ severity, file: resolve(root, file), line: Number(row ?? 0), column: Number(column ?? 0), message });
    }
  }
  return findings;
}

/** A file as people write it: from the root, with slashes. */
const shown = (file, root) => {
  const path = relative(root, file);
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/');
};

/** `locales/fr.json:3:14: error: …`, as the compiler writes it, with a file that is named from the root. */
export const findingText = ({ file, line, column, severity, message }, root) =>
  `${shown(file, root)}${line ? `:${line}:${column}` : ''}: ${severity}: ${message}`;

/** The lines around a place, and a mark below it, in the form that Vite knows as a code frame. Nothing without a place. */
export function codeFrame(text, line, column) {
  const lines = text.trimEnd().split(/\r?\n/);
  if (!line) {
    return '';
  }
  // The place may be the end of the file.
  while (lines.length < line) {
    lines.push('');
  }
  // Columns count code points.
  const from = Math.max(0, column - widthMost / 2);
  const cut = (source) => [...source].slice(from, from + widthMost).join('').replaceAll('\t', ' ');
  const first = Math.max(1, line - linesAround);
  const last = Math.min(lines.length, line + linesAround);
  const width = String(last).length;
  let frame = '';
  for (let number = first; number <= last; number++) {
    frame += `${String(number).padEnd(width)} |  ${cut(lines[number - 1])}\n`;
    if (number === line) {
      frame += `${' '.repeat(width)} |  ${' '.repeat(Math.max(0, column - 1 - from))}^\n`;
    }
  }
  return frame;
}

function frameOf({ file, line, column }) {
  try {
    return codeFrame(readFileSync(file, 'utf8'), line, column);
  } catch {
    // The file went away since, or is what could not be read.
    return '';
  }
}

/** Authoring files that do not compile. Has what Rollup and Vite look for in an error: `id`, `loc`, `frame`, `plugin`. */
export class CompileError extends Error {
  constructor(findings, root) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const rest = findings.filter((finding) => !errors.includes(finding));
    super([...errors, ...rest].map((finding) => findingText(finding, root)).join('\n'));
    this.name = 'CompileError';
    this.plugin = 'codeglot';
    this.findings = findings;
    const [first] = errors;
    if (first) {
      this.id = first.file.replaceAll('\\', '/');
      this.frame = frameOf(first);
      if (first.line) {
        this.loc = { file: this.id, line: first.line, column: first.column };
      }
    }
    // Where in this plugin it was thrown tells nobody anything.
    this.stack = '';
  }
}
