// @codeglot/cli as a process: streams, signals, watch, npx, the command of the package codeglot, and run() in a program.
// Where the package is not built, nothing is run, and the tests say so.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { test as nodeTest } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { bin, byProcess, cliFolder, cliInstalled, native, run, workshop } from './both.mjs';
import { consumer, fileOf, nativeCommand, projectFolder } from './package.mjs';

const notRun = 'Not run: @codeglot/cli is not built (make cli-package); nothing is known about it from this run';
const test = (name, body) => nodeTest(name, { skip: cliInstalled ? false : notRun }, body);

/** A fresh folder with a copy of one of the project's. */
function copyOf(source, name) {
  const folder = join(projectFolder, 'build/package/cli', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(projectFolder, source), join(folder, 'locales'), { recursive: true });
  return folder;
}

/** A running command: `until` waits for a text in its output, `end` for its end, `take` gives what came since the last take. */
function start(command, args, folder) {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let taken = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  }
  const ended = once(child, 'close');
  return {
    child,
    async until(condition, what) {
      for (let waited = 0; !condition(output.slice(taken)); waited += 20) {
        assert.ok(waited < 60000, `${what}; there is: ${output}`);
        await pause(20);
      }
    },
    take() {
      const text = output.slice(taken);
      taken = output.length;
      return text;
    },
    async end(signal) {
      if (signal !== undefined) {
        child.kill(signal);
      }
      const [status, by] = await ended;
      return { status, by, output };
    },
  };
}

test('watch compiles what changes, as the native command does, and ends on Ctrl-C', async () => {
  const told = [];
  for (const [name, command, args] of [['native', nativeCommand, []], ['wasm', process.execPath, [bin]]]) {
    const folder = copyOf('tests/wasm/formats', `watch-${name}`);
    const file = join(folder, 'locales/de.json');
    const watching = start(command, [...args, 'watch', 'locales'], folder);
    const lines = [];
    const next = async (what) => {
      await watching.until((output) => output.includes(' ms\n') || output.includes('next change\n'), what);
      await pause(200);
      lines.push(watching.take().replace(/\d+ ms/g, 'n ms'));
    };
    await next('compiles at once');
    const before = readFileSync(join(folder, 'packs/de.cgpk'));
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/"plain": "[^"]*"/, '"plain": "Etwas Neues"'));
    await next('compiles the change');
    const after = readFileSync(join(folder, 'packs/de.cgpk'));
    assert.notDeepEqual(after, before);
    writeFileSync(file, text.slice(1));
    await next('complains of an error');
    assert.deepEqual(readFileSync(join(folder, 'packs/de.cgpk')), after, 'the pack stays');
    writeFileSync(file, text);
    await next('is in order again');
    assert.deepEqual(readFileSync(join(folder, 'packs/de.cgpk')), before);
    const { status, by } = await watching.end('SIGINT');
    assert.deepEqual([status, by], [0, null], name);
    told.push(lines);
  }
  assert.deepEqual(told[1], told[0]);
});

test('watch sleeps: it takes no time of the processor', async () => {
  const folder = copyOf('tests/wasm/formats', 'watch-idle');
  const watching = start(process.execPath, [bin, 'watch', 'locales'], folder);
  await watching.until((output) => output.includes(' ms\n'), 'compiles at once');
  const ticks = () => {
    const fields = readFileSync(`/proc/${watching.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  if (existsSync(`/proc/${watching.child.pid}/stat`)) {
    await pause(500);
    const begin = ticks();
    await pause(2000);
    const percent = ((ticks() - begin) * 10) / 20; // A tick is 10 ms.
    console.log(`cli: watch, idle for 2 s: ${percent} % of one processor`);
    assert.ok(percent < 20, `${percent} %`);
  }
  assert.equal((await watching.end('SIGTERM')).status, 0);
});

test('Ctrl-C while it compiles leaves nothing behind', async () => {
  const folder = copyOf('locales', 'stopped');
  const compiling = start(process.execPath, [bin, 'compile', 'locales'], folder);
  await compiling.until(() => existsSync(join(folder, 'packs')) && readdirSync(join(folder, 'packs')).length > 0, 'has begun to write');
  const { status, output } = await compiling.end('SIGINT');
  assert.equal(status, 130);
  assert.equal(output, 'codeglot: stopped: nothing was written\n');
  assert.equal(existsSync(join(folder, 'packs')), false);
});

test('a signal ends a command that writes nothing', async () => {
  const formatting = spawn(process.execPath, [bin, 'format', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  formatting.stdin.write('{"id": 1, "pattern": "x"}\n');
  await pause(1500);
  formatting.kill('SIGTERM');
  assert.deepEqual(await once(formatting, 'close'), [null, 'SIGTERM']);
});

test('standard input and output are read and written to their ends', async () => {
  const { same } = workshop('streams', new Map());
  const line = JSON.stringify({ id: 'x', locale: 'de', pattern: `{n, number} ${'ä€😀'.repeat(2000)}`, args: { n: 1234567.5 } });
  const { stdout } = await same(['format', '--jsonl'], { input: `${line}\n`.repeat(300), how: byProcess });
  assert.ok(stdout.length > 5_000_000);
  // Through pipes that fill, and one whose reader goes away.
  const shell = (script) => spawnSync('bash', ['-o', 'pipefail', '-c', script, process.execPath, bin, nativeCommand], { encoding: 'utf8' });
  assert.equal(shell('"$0" "$1" list --locale ar | (sleep 1; md5sum)').stdout, shell('"$2" list --locale ar | md5sum').stdout);
  const cut = shell('"$0" "$1" list --locale ar | head -n 1');
  assert.deepEqual([cut.stdout, cut.stderr], [shell('"$2" list --locale ar').stdout.split('\n')[0] + '\n', '']);
  assert.equal(shell('"$0" "$1" format --jsonl < /dev/null').stdout, '');
});

test('the built-in catalog is the project\'s, wherever the command is run', () => {
  const { CODEGLOT_PACKS: _, ...environment } = process.env;
  const results = [[nativeCommand], [process.execPath, bin]].map(([command, ...args]) =>
    spawnSync(command, [...args, 'message', '135', '--locale', 'fr', '--explain'], { cwd: '/', env: environment, encoding: 'utf8' }),
  );
  assert.deepEqual([results[1].status, results[1].stdout, results[1].stderr], [0, results[0].stdout, '']);
});

test('npx runs it in a project that has installed it', () => {
  const npx = (...args) => execFileSync('npx', ['--offline', ...args], { cwd: consumer, encoding: 'utf8' });
  const { stdout } = native(['message', '135', '--locale', 'en'], { folder: consumer });
  assert.equal(npx('codeglot', 'message', '135', '--locale', 'en'), stdout);
  assert.equal(npx('codeglot', 'check', join(projectFolder, 'tests/readme/catalog')), '1 locale in order\n');
});

test('the command of the package codeglot is this one where it is installed', () => {
  const front = join(dirname(fileOf('codeglot/package.json')), 'bin/codeglot.mjs');
  const { status, stdout } = spawnSync(process.execPath, [front, 'list', '--locales'], { cwd: '/', encoding: 'utf8' });
  assert.deepEqual([status, stdout], [0, native(['list', '--locales'], { folder: '/' }).stdout]);
  const refused = spawnSync(process.execPath, [front, 'check', 'nowhere'], { cwd: '/', encoding: 'utf8' });
  assert.equal(refused.status, 2);
});

test('a program runs it many times, each time afresh', async () => {
  const folder = copyOf('tests/wasm/formats', 'program');
  const first = await run(['check', 'locales', '--format', 'json'], { cwd: folder });
  assert.deepEqual(Object.keys(first), ['status', 'stdout', 'stderr']);
  assert.equal(first.status, 0);
  assert.ok(JSON.parse(first.stdout));
  const answers = await Promise.all(Array.from({ length: 5 }, () => run(['check', 'locales', '--format', 'json'], { cwd: folder })));
  for (const answer of answers) {
    assert.deepEqual(answer, first);
  }
  const { stdout } = await run(['format', '--jsonl'], { stdin: '{"id": 1, "pattern": "{n, number}", "args": {"n": 1e6}}\n' });
  assert.equal(JSON.parse(stdout).out, '1,000,000');
  assert.equal((await run(['format', '--jsonl'], { stdin: Buffer.from('{"id": 2}') })).stdout.slice(0, 7), '{"err":');
  const pieces = [];
  const streamed = await run(['list'], { stdout: (bytes) => pieces.push(bytes) });
  assert.equal(streamed.stdout, '');
  assert.equal(Buffer.concat(pieces).toString(), (await run(['list'])).stdout);
});

test('the package carries what it needs and its notices, and no more', () => {
  const names = readdirSync(cliFolder).sort();
  assert.deepEqual(names, ['LICENSE', 'README.md', 'THIRD_PARTY_NOTICES', 'bin', 'dist', 'package.json', 'share', 'src']);
  const manifest = JSON.parse(readFileSync(join(cliFolder, 'package.json')));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.version, JSON.parse(readFileSync(fileOf('codeglot/package.json'))).version);
  assert.match(readFileSync(join(cliFolder, 'THIRD_PARTY_NOTICES'), 'utf8'), /UNICODE LICENSE V3/);
  for (const name of readdirSync(join(cliFolder, 'dist'))) {
    console.log(`cli: dist/${name}: ${readFileSync(join(cliFolder, 'dist', name)).length} bytes`);
  }
});
