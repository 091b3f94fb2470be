// codeglot/formats: formats of numbers and dates in MF1 and MF2, parts, and the way to the ICU engine. The catalog of
// formats/ is compiled here by the native command; what ICU makes of the same patterns is the native command's word, too.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileOf, load, nativeCommand, packBytes, projectFolder, read } from './package.mjs';

const { createCatalog, PackError } = await load('codeglot/formats');
const engine = await load('codeglot/engine');

const folder = mkdtempSync(join(projectFolder, 'build/package/formats-'));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync(nativeCommand, ['compile', join(projectFolder, 'tests/wasm/formats'), '-o', folder], { stdio: 'pipe' });

const tags = ['en', 'de', 'ar', 'ja'];
const packs = tags.map((tag) => readFileSync(join(folder, `${tag}.cgpk`)));
const catalog = createCatalog({ packs });
const codes = Object.fromEntries(JSON.parse(read('tests/wasm/formats/codes.json')).codes.map(({ name, code }) => [name, code]));

/** What ICU makes of a message of formats/. */
function icuOf(lines) {
  const input = lines.map(({ name, locale, args }) => {
    const file = JSON.parse(read(`tests/wasm/formats/${locale}.json`));
    const { text = file[name], syntax = file.$syntax ?? 'mf1' } = file[name];
    return JSON.stringify({ syntax, pattern: text, locale, args });
  });
  const output = execFileSync(nativeCommand, ['format', '--jsonl', '--engine', 'icu'], { input: input.join('\n') + '\n', encoding: 'utf8' });
  return output.trim().split('\n').map((line) => JSON.parse(line));
}

/** The native command's parts have members that the runtime does not tell, and no text where that is told in pieces. */
function comparable({ dir, locale, value, ...part }) {
  return { ...part, ...(!part.parts && part.type !== 'fallback' && value !== undefined && { value }) };
}

const dates = [0, 1637685775123, -12345678901234, 951782400000, 8640000000000000];
const numbers = [0, 1, 2, -3.5, 11, 1234.567, 1500, 1e6, 0.004, { decimal: '12345678901234567890.125' }];
const byArguments = {
  paid: numbers.map((amount) => ({ amount })),
  speed: numbers.map((rate) => ({ rate })),
  views: numbers.map((count) => ({ count })),
  due: dates.flatMap((date) => [{ when: { date } }, { when: { date, zone: '+05:30' } }, { when: { date, zone: '-11:00' } }]),
  meeting: dates.map((date) => ({ when: { date, zone: '+09:00' } })),
  files: numbers.map((count) => ({ count, who: 'Zoë' })),
  owed: numbers.map((amount) => ({ amount, who: 'עדי' })),
  expires: dates.map((date) => ({ when: { date } })),
  plain: [{}],
  noted: numbers.map((count) => ({ count, who: 'עדי' })),
};
const cases = Object.entries(byArguments).flatMap(([name, all]) =>
  all.flatMap((args) => tags.map((locale) => ({ name, locale, args }))),
);

test('every text and its parts are those of ICU', () => {
  const expected = icuOf(cases);
  cases.forEach(({ name, locale, args }, index) => {
    const about = `${name} ${locale} ${JSON.stringify(args)}`;
    const resolution = catalog.resolve(codes[name], locale, args);
    assert.equal(resolution.status, 'ok', about);
    assert.equal(resolution.text, expected[index].out, about);
    assert.equal(catalog.message(codes[name], locale, args), resolution.text, about);
    assert.deepEqual(resolution.parts.map(comparable), expected[index].parts.map(comparable), about);
    assert.equal(resolution.parts.map(({ value }) => value ?? '').join(''), resolution.text, about);
    for (const { parts, value } of resolution.parts.filter((part) => part.parts)) {
      assert.equal(parts.map((piece) => piece.value).join(''), value, about);
    }
  });
  assert.ok(cases.length > 200);
});

test('what stands for a missing argument of MessageFormat 2 is in the parts of ICU', () => {
  const missing = ['noted', 'owed'].flatMap((name) =>
    [{}, { who: 'Zoë' }, { count: 5, amount: 5 }].flatMap((args) => tags.map((locale) => ({ name, locale, args }))),
  );
  const expected = icuOf(missing);
  missing.forEach(({ name, locale, args }, index) => {
    const about = `${name} ${locale} ${JSON.stringify(args)}`;
    const resolution = catalog.resolve(codes[name], locale, args);
    assert.equal(resolution.status, 'missing-argument', about);
    assert.equal(resolution.text, expected[index].out, about);
    assert.deepEqual(resolution.parts.map(comparable), expected[index].parts.map(comparable), about);
  });
});

test('a date may be a Date, a point in time with a zone, and a number where a date is declared', () => {
  const date = 1637685775123;
  const utc = catalog.message(codes.meeting, 'en', { when: { date } });
  for (const when of [new Date(date), date, date + 0.9, { date: new Date(date) }, { date, zone: 'UTC' }, { date, zone: '' }, { date, zone: undefined }]) {
    assert.equal(catalog.message(codes.meeting, 'en', { when }), utc);
  }
  assert.equal(utc, 'At 4:42 PM Nov 23, 2021'.replace(' PM', '\u202fPM'));
  assert.notEqual(catalog.message(codes.meeting, 'en', { when: { date, zone: '-08:00' } }), utc);
  assert.deepEqual(catalog.parameters(codes.meeting, 'en'), [{ name: 'when', type: 'date', default: undefined }]);
});

test('what only the ICU engine can format has a stand-in and says so', () => {
  const zoned = catalog.resolve(codes.due, 'en', { when: { date: 0, zone: 'Europe/Paris' } });
  assert.deepEqual([zoned.status, zoned.text, zoned.argument], ['needs-icu', 'Due {when}', 'when']);
  assert.deepEqual(zoned.parts, [{ type: 'text', value: 'Due ' }, { type: 'fallback', value: '{when}', source: 'when' }]);
  const spelled = catalog.resolve(codes.spelled, 'de', { count: 7 });
  assert.deepEqual([spelled.status, spelled.text], ['needs-icu', 'Nur noch {count}']);
  const source = { syntax: 'mf1', bidi: 'none', locale: 'de', pattern: 'Nur noch {count, spellout}' };
  assert.deepEqual(catalog.source(codes.spelled, 'de-AT'), source);
  assert.deepEqual(catalog.source(codes.due, 'ja'), { syntax: 'mf2', bidi: 'default', locale: 'ja', pattern: '期限 {$when :date length=long}' });
  for (const code of [codes.paid, 999, NaN, undefined, Symbol('code')]) {
    assert.equal(catalog.source(code, 'de'), undefined);
  }
  assert.equal(createCatalog().source(codes.due, 'en'), undefined);
});

test('a missing argument and one of a wrong type', () => {
  const missing = catalog.resolve(codes.owed, 'en', { amount: 5 });
  assert.deepEqual([missing.status, missing.argument], ['missing-argument', 'who']);
  assert.ok(missing.parts.some(({ type, source, value }) => type === 'fallback' && source === '$who' && value === '{$who}'));
  assert.equal(catalog.resolve(codes.due, 'en').status, 'missing-argument');
  const thrower = () => {
    throw new Error('no');
  };
  const proxy = new Proxy({}, { get: thrower, has: thrower, getOwnPropertyDescriptor: thrower, getPrototypeOf: thrower, ownKeys: thrower });
  const noDates = [
    new Date(NaN), NaN, Infinity, 1e300, -1e300, 8640000000000001, '2021-11-23', '0', 10n, { decimal: '1' }, true, [], {}, () => {}, Symbol('when'),
    { date: NaN }, { date: '0' }, { date: {} }, { date: 0, zone: 5 }, { date: 0, zone: { toString: thrower } }, { get date() { return thrower(); } },
    { date: { getTime: thrower } }, { date: { getTime: () => '1' } }, proxy, Object.create(Date.prototype),
  ];
  for (const when of noDates) {
    const { status, text, argument, parts } = catalog.resolve(codes.due, 'en', { when });
    assert.deepEqual([status, text, argument], ['wrong-argument-type', 'Due {when}', 'when']);
    assert.equal(parts.length, 2);
    assert.equal(catalog.message(codes.due, 'en', { when }), text);
  }
  assert.equal(catalog.resolve(codes.due, 'en', { get when() { return thrower(); } }).status, 'wrong-argument-type');
  assert.equal(catalog.resolve(codes.due, 'en', proxy).status, 'wrong-argument-type');
  assert.equal(catalog.resolve(codes.paid, 'en', { amount: new Date(0) }).status, 'wrong-argument-type');
  for (const zone of [' ', '+5', '+99:99', 'x'.repeat(1e6), '\ud800', '+05:30 ', '\0']) {
    const { status, text } = catalog.resolve(codes.due, 'en', { when: { date: 0, zone } });
    assert.ok(['needs-icu', 'wrong-argument-type'].includes(status) && text === 'Due {when}', JSON.stringify(zone));
  }
});

test('a getter may call the catalog, and add a pack, in the middle of a call', () => {
  const own = createCatalog({ packs: packs.slice(0, 1) });
  const nested = {
    get amount() {
      own.add(packs[1]);
      assert.equal(own.resolve(codes.plain, 'de').text, 'Hier ist nichts');
      return 5;
    },
    get who() {
      return own.message(codes.owed, 'de', { amount: 1, who: 'x'.repeat(1e5) }).slice(0, 3);
    },
  };
  const { text, parts } = own.resolve(codes.owed, 'en', nested);
  assert.equal(text, '\u2068\u2068xx\u2069 owes €5.00');
  assert.equal(parts.map(({ value }) => value ?? '').join(''), text);
});

test('parts outlast later calls, growth, other packs and dispose', () => {
  const own = createCatalog({ packs });
  const args = { amount: 5, who: 'Zoë' };
  const expected = catalog.resolve(codes.owed, 'de', args).parts;
  const resolutions = Array.from({ length: 3 }, () => own.resolve(codes.owed, 'de', args));
  own.message(codes.owed, 'de', { amount: 5, who: 'x'.repeat(5e6) });
  own.add(packs[1]);
  assert.deepEqual(resolutions[0].parts, expected);
  own.dispose();
  assert.deepEqual(resolutions[1].parts, expected);
  assert.equal(resolutions[1].parts, resolutions[1].parts);
  assert.deepEqual(JSON.parse(JSON.stringify(resolutions[2])).parts, expected);
  for (const call of [() => own.message(codes.plain, 'en'), () => own.resolve(codes.plain, 'en'), () => own.source(codes.due, 'en'), () => own.resolveResponse({}, 'en')]) {
    assert.throws(call, /disposed/);
  }
});

test('parts of texts that are no message of a code', () => {
  const parts = (resolution) => resolution.parts.map(({ type, value }) => [type, value]);
  assert.deepEqual(parts(catalog.resolve(999, 'de')), [['text', 'Unbekannter Code '], ['string', '999']]);
  assert.deepEqual(parts(catalog.resolve(1.5, 'de')), [['text', '[1.5]']]);
  assert.deepEqual(parts(createCatalog().resolve(7, 'de')), [['text', '[7]']]);
  assert.deepEqual(parts(catalog.resolveResponse({ status: 500 }, 'de')), [['text', 'Keine Antwort.']]);
  assert.deepEqual(parts(catalog.resolveResponse({ status: 404 }, 'de')), [['text', 'Hier ist nichts']]);
  const paid = catalog.resolveResponse({ status: 200, body: { code: codes.paid } }, 'en', { amount: 5 });
  assert.deepEqual(parts(paid), [['text', 'You paid '], ['number', '€5.00'], ['text', '.']]);
});

test('does all that the plain catalog does', () => {
  const plain = engine.createCatalog({ packs: [packBytes('fr'), packBytes('ar')] });
  const whole = createCatalog({ packs: [packBytes('fr'), packBytes('ar')] });
  assert.deepEqual(whole.locales, plain.locales);
  for (const tag of ['fr', 'ar', 'und']) {
    assert.deepEqual(whole.codes(tag), plain.codes(tag));
    for (const code of [...plain.codes(tag), 999]) {
      for (const args of [undefined, { max: 3, param: 'x' }, { max: {} }]) {
        const { parts, ...resolution } = whole.resolve(code, tag, args);
        assert.deepEqual(resolution, plain.resolve(code, tag, args));
        assert.equal(parts.map(({ value }) => value ?? '').join(''), resolution.text);
      }
      assert.deepEqual(whole.parameters(code, tag), plain.parameters(code, tag));
    }
  }
});

test('the smallest runtime refuses a pack with formats, and says what takes it', () => {
  for (const pack of packs) {
    assert.throws(
      () => engine.createCatalog({ packs: [pack] }),
      (error) => error instanceof PackError && error.status === 'pack-needs-formats' && /codeglot\/formats/.test(error.message),
    );
  }
});

test('takes a compiled module', () => {
  const module = new WebAssembly.Module(readFileSync(fileOf('codeglot/codeglot-formats.wasm')));
  assert.equal(createCatalog({ module, packs }).message(codes.plain, 'de'), 'Hier ist nichts');
});

test('refuses a pack with formats that is cut or changed anywhere, or its messages stay within bounds', () => {
  const own = createCatalog();
  for (let length = 0; length < packs[2].length; length += 3) {
    assert.throws(() => own.add(packs[2].subarray(0, length)), PackError);
  }
  assert.deepEqual(own.locales, []);
});

/** An engine that tells what it was asked. */
function fake(answer = { text: 'formatted', parts: [{ type: 'text', value: 'formatted' }], errors: [] }) {
  const asked = [];
  const formatToParts = (pattern, locale, args, { syntax, bidi }) => {
    asked.push({ pattern, locale, args, syntax, bidi });
    return typeof answer === 'function' ? answer() : answer;
  };
  return { asked, formatToParts };
}

test('with an ICU engine, that formats what needs it, and nothing else', () => {
  const icu = fake();
  const own = createCatalog({ packs, icu });
  for (const { name, locale, args } of cases) {
    assert.equal(own.message(codes[name], locale, args), catalog.message(codes[name], locale, args));
  }
  assert.deepEqual(icu.asked, []);
  assert.equal(own.message(codes.spelled, 'de-AT', { count: 5n }), 'formatted');
  assert.deepEqual(icu.asked.pop(), { pattern: 'Nur noch {count, spellout}', locale: 'de', args: { count: 5n }, syntax: 'mf1', bidi: 'none' });
  const { text, status, parts, argument, locale, direction } = own.resolve(codes.due, 'ar', { when: { date: 7.5, zone: 'Asia/Tokyo' } });
  assert.deepEqual([text, status, parts, argument, locale, direction], ['formatted', 'ok', [{ type: 'text', value: 'formatted' }], undefined, 'ar', 'rtl']);
  assert.deepEqual(icu.asked.pop().args, { when: { date: 7, zone: 'Asia/Tokyo' } });
  assert.equal(own.resolveResponse({ status: 200, body: { code: codes.spelled } }, 'en', { count: 1 }).text, 'formatted');
});

test('the ICU engine gets the declared defaults, and the reasons are the runtime’s', () => {
  const icu = fake();
  const own = createCatalog({ packs, icu });
  const resolve = (name, args) => {
    const { status, argument } = own.resolve(codes[name], 'en', args);
    return [status, argument, icu.asked.pop()?.args];
  };
  assert.deepEqual(resolve('spelled'), ['ok', undefined, { count: { decimal: '3' } }]);
  assert.deepEqual(resolve('spelled', { count: null }), ['ok', undefined, { count: { decimal: '3' } }]);
  assert.deepEqual(resolve('spelled', { count: true }), ['wrong-argument-type', 'count', { count: { decimal: '3' } }]);
  assert.deepEqual(resolve('spelled', { count: { int64: '9' }, other: 1 }), ['ok', undefined, { count: { decimal: '9' } }]);
  assert.deepEqual(resolve('spelled', { get count() { throw new Error('no'); } }), ['wrong-argument-type', 'count', { count: { decimal: '3' } }]);
  assert.deepEqual(resolve('spelled-due', { who: 'Zoë', count: 1 }), ['missing-argument', 'when', { who: 'Zoë', count: 1 }]);
  assert.deepEqual(resolve('spelled-due', { who: 5, count: '1', when: 5 })[0], 'wrong-argument-type');
  assert.deepEqual(resolve('spelled-due', { who: 'Zoë', count: 1, when: 5 }), ['ok', undefined, { who: 'Zoë', count: 1, when: { date: 5 } }]);
});

test('an ICU engine that has errors or throws', () => {
  const errors = [{ kind: 'missing-data', message: 'no data', offset: 0 }];
  const poor = createCatalog({ packs, icu: fake({ text: 'Only 7 left', parts: [], errors }) });
  assert.deepEqual([poor.resolve(codes.spelled, 'en').status, poor.message(codes.spelled, 'en')], ['needs-icu', 'Only 7 left']);
  assert.deepEqual(poor.resolve(codes.spelled, 'en').errors, errors, 'why it is not whole');
  const [{ name, locale, args }] = cases;
  assert.equal(poor.resolve(codes[name], locale, args).errors, undefined, 'the engine was not asked');
  const broken = createCatalog({ packs, icu: fake(() => { throw new Error('disposed'); }) });
  assert.deepEqual([broken.resolve(codes.spelled, 'en').status, broken.message(codes.spelled, 'en')], ['needs-icu', 'Only {count} left']);
});

test('the real ICU engine, with the data that was compiled beside the packs', async () => {
  const { loadIcu } = await load('codeglot/icu');
  const data = readdirSync(folder).filter((name) => name.endsWith('.cgdata')).map((name) => readFileSync(join(folder, name)));
  const icu = await loadIcu({ data });
  const own = createCatalog({ packs, icu });
  const args = { count: 1234, who: 'Zoë', when: { date: 1637685775123, zone: '+05:30' } };
  const spelled = ['spelled', 'spelled-due'].flatMap((name) => tags.map((locale) => ({ name, locale, args })));
  icuOf(spelled).forEach(({ out }, index) => {
    const { name, locale } = spelled[index];
    const { text, status, parts } = own.resolve(codes[name], locale, args);
    assert.deepEqual([text, status], [out, 'ok'], `${name} ${locale}`);
    assert.equal(parts.map(({ value }) => value).join(''), out);
  });
  icu.dispose();
  assert.equal(own.resolve(codes.spelled, 'de').status, 'needs-icu');
});
