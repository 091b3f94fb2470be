// Puts what the package is made of into dist/, and into share/ the project's own catalog, compiled by the command itself.
// Takes CODEGLOT_CLI_WASM (the folder that preset wasm-cli builds), or finds it in ../../build. On failure: one line that
// says what is missing, or the command's own, exit status 1.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = process.env.CODEGLOT_CLI_WASM || join(root, '../../build/wasm-cli');

function fail(line) {
  console.error(`build: ${line}`);
  process.exit(1);
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
rmSync(join(root, 'share'), { recursive: true, force: true });
for (const name of ['codeglot-command.cjs', 'codeglot-command.wasm', 'icudt78l.dat']) {
  if (!existsSync(join(built, name))) {
    fail(`no ${name} in ${built}: run cmake --workflow --preset wasm-cli, or set CODEGLOT_CLI_WASM`);
  }
  cpSync(join(built, name), join(root, 'dist', name));
}
const { run } = await import('../src/index.mjs');
const { status, stderr } = await run(['compile', join(root, '../../locales'), '--output', join(root, 'share/codeglot/packs')]);
if (status !== 0) {
  fail(`the project's catalog does not compile:\n${stderr}`);
}
