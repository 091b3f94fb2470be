// The plugin's own functions, as they are packed: findings, declarations, modules, the project over time.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCatalog } from 'codeglot/engine';
import { nativeCommand } from '../../../tests/wasm/package.mjs';
import { application, loadSource } from './project.mjs';

const { codeFrame, CompileError, findingText, parseFindings } = await loadSource('findings');
const { codesModule, declarationText } = await loadSource('declaration');
const { catalogOfModules, isOurs, moduleText } = await loadSource('modules');
const { compile } = await loadSource('compile');
const { Project } = await loadSource('project');

/** Imports the text of a module. */
const evaluate = (text) => import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

const compileIn = (root, options = {}) => compile({ root, folder: join(root, 'locales'), ...options });

test('findings are read with and without a place, whatever the file is called', () => {
  const output = [
    'locales/fr.json:3:14: error: not "x: error: y"',
    'locales/fr.json: warning: no message',
    'C:\\shop\\a:b.json:1:2: warning: w',
    '1 error, 2 warnings',
    '',
  ].join('\r\n');
  const findings = parseFindings(output, '/shop');
  assert.deepEqual(findings.map(({ file, ...rest }) => rest), [
    { severity: 'error', line: 3, column: 14, message: 'not "x: error: y"' },
    { severity: 'warning', line: 0, column: 0, message: 'no message' },
    { severity: 'warning', line: 1, column: 2, message: 'w' },
  ]);
  assert.equal(findings[0].file, '/shop/locales/fr.json');
  assert.match(findings[2].file, /C:\\shop\\a:b\.json$/);
  assert.equal(findingText(findings[0], '/shop'), 'locales/fr.json:3:14: error: not "x: error: y"');
  assert.equal(findingText(findings[1], '/shop'), 'locales/fr.json: warning: no message');
  assert.equal(findingText(findings[1], '/other/place'), '/shop/locales/fr.json: warning: no message');
});

test('an error begins with its errors, and has a place only if there is one', () => {
  const [warning, error] = parseFindings('/x/gone.json:1:1: warning: w\n/x/gone.json:9:2: error: e', '/x');
  const failure = new CompileError([warning, error], '/x');
  assert.equal(failure.message, 'gone.json:9:2: error: e\ngone.json:1:1: warning: w');
  assert.deepEqual(failure.loc, { file: '/x/gone.json', line: 9, column: 2 });
  assert.equal(failure.frame, '');
  assert.equal(new CompileError(parseFindings('/x/gone.json: error: e', '/x'), '/x').loc, undefined);
});

test('a frame marks the place, in a long line and at the end of a file, too', () => {
  assert.equal(codeFrame('{\n  "a": "b"\n}\n', 2, 8), '1 |  {\n2 |    "a": "b"\n  |         ^\n3 |  }\n');
  const marked = (text, line, column) => {
    const lines = codeFrame(text, line, column).split('\n');
    const at = lines.findIndex((one) => /^ +\| +\^$/.test(one));
    return { source: lines[at - 1], mark: lines[at] };
  };
  const long = marked(`${'x'.repeat(5000)}Y${'x'.repeat(5000)}`, 1, 5001);
  assert.equal([...long.source][long.mark.indexOf('^')], 'Y');
  assert.ok(long.source.length < 200);
  const astral = marked('\u{1F600}\u{1F600}Y', 1, 3);
  assert.equal([...astral.source][astral.mark.indexOf('^')], 'Y');
  assert.match(codeFrame('{\n', 2, 1), /^2 \|  \n {2}\|  \^$/m);
  assert.equal(codeFrame('text', 0, 0), '');
});

test('notes of a catalog stay comments, in the module and in the declaration', async () => {
  const root = application();
  const file = join(root, 'locales/codes.json');
  const note = '*/ globalThis.broken = true; /* `${globalThis.broken = true}` \u2028 globalThis.broken = true } as const;';
  writeFileSync(file, readFileSync(file, 'utf8').replace('"action": "sign-in"', `"action": "sign-in", "note": ${JSON.stringify(note)}`));
  const build = await compileIn(root);
  const { Codes } = await evaluate(codesModule(build.typescript));
  assert.deepEqual(Codes, { NotAllowed: 1, TooManyItems: 2 });
  assert.equal(globalThis.broken, undefined);
  assert.match(declarationText(build), /readonly TooManyItems: 2;/);
});

test('constants of another form are not guessed at', () => {
  assert.throws(() => codesModule('export enum Codes {}'), /use one version of the command and @codeglot\/vite/);
});

test('a message cannot leave the module that carries it', async () => {
  const root = application();
  const file = join(root, 'locales/en.json');
  const text = '"; globalThis.broken = true; // </script> \u2028 \u0700 \\ ` $ \u{1F600}';
  const written = JSON.stringify(text).slice(1, -1);
  writeFileSync(file, readFileSync(file, 'utf8').replace('You may not buy this.', () => written));
  const build = await compileIn(root);
  const { default: pack } = await evaluate(moduleText('virtual:codeglot/pack/en', build));
  assert.equal(createCatalog({ packs: [pack] }).message(1, 'en'), text);
  assert.equal(globalThis.broken, undefined);
});

test('what a table says is data', () => {
  const odd = `en"}; broken(); '\`</script>`;
  const text = catalogOfModules({ packs: [{ tag: odd, serves: odd, hash: odd }, { tag: 'b', serves: '' }], unserved: odd, runtime: 'engine', builtIn: ['b'] });
  const strings = text.match(/"(?:[^"\\]|\\.)*"/g).map((one) => JSON.parse(one));
  assert.equal(strings.filter((one) => one.endsWith(odd)).length, 4);
  assert.ok(!text.replace(/"(?:[^"\\]|\\.)*"/g, '').includes('broken'));
});

test('only its own names are the plugin’s', () => {
  const names = ['virtual:codeglot', 'virtual:codeglot/codes', 'virtual:codeglots', 'codeglot', 'virtual:other'];
  assert.deepEqual(names.filter(isOurs), names.slice(0, 2));
  assert.throws(() => moduleText('virtual:codeglot/pack/it', { packs: [{ tag: 'en' }] }), /there is no locale it; there are en/);
});

test('a project compiles once for one state of its files, and one at a time', async () => {
  const root = application();
  const project = new Project({}, root);
  const builds = await Promise.all([project.current(), project.current(), project.current()]);
  assert.equal(new Set(builds).size, 1);
  const declared = statSync(join(root, 'codeglot.d.ts'), { bigint: true }).mtimeNs;

  const file = join(root, 'locales/en.json');
  const good = readFileSync(file, 'utf8');
  const first = project.request();
  writeFileSync(file, good.replace('You may not buy this.', 'This was sold.'));
  await first;
  const next = await project.current();
  assert.notEqual(next, builds[0]);
  assert.equal(createCatalog({ packs: [next.packs[0].bytes] }).message(1, 'en'), 'This was sold.');
  assert.equal(statSync(join(root, 'codeglot.d.ts'), { bigint: true }).mtimeNs, declared, 'types that are the same are not written again');

  writeFileSync(file, '{');
  await assert.rejects(project.current(), /en\.json:\d+:\d+: error: not valid JSON/);
  assert.equal(project.build, next, 'the last good build stays');
  writeFileSync(file, good);
  assert.equal((await project.current()).packs.length, 2);
  assert.equal(project.failure, undefined);
});

test('only files that texts depend on are authoring files', async () => {
  const project = new Project({ locales: 'locales' }, '/shop');
  const is = (name) => project.isAuthoring(`/shop/${name}`);
  assert.deepEqual(['locales/fr.json', 'locales/codes.json'].map(is), [true, true]);
  assert.deepEqual(['locales/check.json', 'locales/baseline.json', 'locales/fr.json~', 'locales/old/fr.json', 'fr.json'].map(is), Array(5).fill(false));
});

test('a message that only ICU can format is noticed', async () => {
  const root = application();
  const file = join(root, 'locales/en.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('other{Only # items fit.}', 'other{Only {max, spellout} items fit.}'));
  const { warnings, runtime } = await compileIn(root);
  assert.match(warnings.at(-1), /^1 message needs the ICU engine, which virtual:codeglot does not load/);
  assert.equal(runtime, 'formats');
});

test('a native command makes the same packs as @codeglot/cli, named by an option or in the environment', async () => {
  const root = application();
  const compiled = await compileIn(root);
  assert.deepEqual(await compileIn(root, { command: nativeCommand }), compiled);
  process.env.CODEGLOT_COMMAND = nativeCommand;
  try {
    assert.deepEqual(await compileIn(root), compiled);
    writeFileSync(join(root, 'locales/en.json'), '{ "$locale": "en", "x": "" }');
    await assert.rejects(compileIn(root), { message: /^locales\/en\.json:1:20: error: "x" is no code/ });
  } finally {
    delete process.env.CODEGLOT_COMMAND;
  }
});
