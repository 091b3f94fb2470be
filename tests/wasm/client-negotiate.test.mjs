// From a reader's languages to a locale: against what the runtime chooses with all packs loaded, by a table, and by random
// headers against a plain reading of RFC 9110.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { load, nativeCommand, packBytes, packManifest, packsFolder } from './package.mjs';

const { negotiate } = await load('codeglot/client');
const { createCatalog } = await load('codeglot/engine');
const codeglot = await load('codeglot');
const manifest = packManifest();
const tags = manifest.packs.map(({ tag }) => tag);
const all = createCatalog({ packs: tags.map(packBytes) });

/** A manifest of some locales: as if the others had never been compiled, as far as what they serve is concerned. */
const only = (...some) => ({ ...manifest, packs: manifest.packs.filter(({ tag }) => some.includes(tag)) });

test("the package's own manifest is that of the compiler", async () => {
  const own = (await load('codeglot/manifest')).default;
  const described = ({ packs, ...rest }) => ({ ...rest, packs: packs.map(({ tag, direction, serves }) => ({ tag, direction, serves })) });
  assert.deepEqual(described(own), described(manifest));
  assert.deepEqual(own.packs.map(({ tag }) => tag), codeglot.locales);
});

test('a manifest serves every tag as the runtime does with all packs loaded', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const twos = letters.flatMap((one) => letters.map((two) => one + two));
  const languages = [...twos, ...twos.flatMap((two) => letters.map((one) => two + one))];
  const scripts = ['Latn', 'Cyrl', 'Arab', 'Hans', 'Hant', 'Deva', 'Shaw', 'Zyyy'];
  const regions = [...twos.map((one) => one.toUpperCase()), '419', '001', '150', '003'];
  const asked = languages.flatMap((language, index) => [
    language,
    `${language}-${regions[index % regions.length]}`,
    `${language}_${scripts[index % 8]}`,
    `${language}-${scripts[(index >> 3) % 8]}-${regions[(index * 7) % regions.length]}`,
  ]);
  for (const tag of tags) {
    const [language] = tag.split('-');
    asked.push(...regions.map((region) => `${language}-${region}`), ...scripts.map((script) => `${language}-${script}-CN-x-y`));
  }
  asked.push('zh-yue', 'zh-yue-Hant', 'zh-min-nan', 'zh-cmn-Hans-CN', 'de-1996', 'sl-rozaj-biske', 'en-GB-oxendict', 'ca-ES-valencia', 'i-klingon', 'x-own', '-', '');
  asked.push(`fr-${'x'.repeat(61)}`, `fr-${'x'.repeat(62)}`, 'fr.UTF-8', 'fr@euro', 'FR_be.utf8@x');
  const wrong = asked.filter((tag) => negotiate([tag], manifest) !== all.resolve(0, tag).packLocale);
  assert.deepEqual(wrong, []);
  assert.ok(asked.length > 100_000);
});

test('the native command agrees', () => {
  for (const tag of ['zh-TW', 'zh-SG', 'sr-Latn', 'pt-MZ', 'es-MX', 'no', 'iw', 'en-001', 'yue', 'hi-Latn', 'az']) {
    const output = execFileSync(nativeCommand, ['message', '3', '--packs', packsFolder, '--locale', tag, '--explain'], { encoding: 'utf8' });
    const [, served] = /asked for: .*served by (\S+)/.exec(output) ?? [, tag];
    assert.equal(negotiate(tag, manifest), served, tag);
  }
});

const table = [
  ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
  ['xx, xx-YY;q=0.9, de;q=0.2', 'de'],
  ['de;q=0.2, pl;q=0.9', 'pl'],
  ['de;q=0.5, pl;q=0.5', 'de'],
  ['de;q=0.001, pl;q=0.0', 'de'],
  ['zh-TW, zh;q=0.9', 'zh-Hant'],
  ['zh-HK', 'zh-Hant-HK'],
  ['zh-CN', 'zh-Hans'],
  ['en, fr', 'en'],
  ['en-US,en;q=0.5', 'en'],
  ['sr-Latn, fr', 'fr', 'Serbian is there, but not in that script'],
  ['hi-Latn', 'en'],
  ['iw', 'he'],
  ['*', 'en'],
  ['*;q=0.5, fr;q=0.1', 'en'],
  ['*, en;q=0.5', 'ar', 'any but English first'],
  ['*;q=0.5, en;q=0', 'ar'],
  ['en;q=0, fr;q=0', 'en', 'nothing is wanted'],
  ['en, en;q=0', 'en', 'of two alike the first'],
  ['en-GB, en;q=0', 'en-GB', 'the longest range decides'],
  ['fr-BE, fr;q=0, de;q=0.1', 'de', 'the locale that would serve is refused'],
  ['*;q=0', 'en'],
  ['de, *;q=0', 'de'],
  ['FR-ch;Q=1.000', 'fr'],
  [' \tde ; q=0.7 ,\tpl; q=0.8', 'pl'],
  [',,de,,', 'de'],
  ['de;q=2, fr', 'fr', 'no quality is above 1'],
  ['de;q=0.1234, fr;q=0.1', 'fr', 'nor has four digits'],
  ['de;q=-1, fr;q=0.1', 'fr'],
  ['de;q=, fr;q=0.1', 'fr'],
  ['de;level=1, fr;q=0.1', 'fr'],
  ['de fr, pl', 'pl'],
  ['de\0, pl', 'pl'],
  ['', 'en'],
  [';', 'en'],
  ['__proto__, constructor, de', 'de'],
  [null, 'en'],
  [undefined, 'en'],
  [[], 'en'],
  [['xx', 'de-CH', 'fr'], 'de'],
  [['zh-Hant-MO', 'zh'], 'zh-Hant-HK'],
  [['de_AT.UTF-8'], 'de'],
  [[null, 5, {}, Symbol('de'), 'pl'], 'pl'],
  [5, 'en'],
  [{ length: 3 }, 'en'],
];

test('headers and lists, by a table', () => {
  for (const [wanted, expected, why] of table) {
    assert.equal(negotiate(wanted, manifest), expected, why ?? (typeof wanted === 'string' ? wanted : undefined));
  }
});

test('nobody is given another script, and the default only where nothing serves', () => {
  const few = { ...manifest, packs: manifest.packs.filter(({ tag }) => ['en', 'zh-Hans', 'fr'].includes(tag)), unserved: 'zh-tw zh-hk zh-mo' };
  assert.equal(negotiate('zh-TW, fr;q=0.5', few), 'fr');
  assert.equal(negotiate('zh-Hant, fr;q=0.5', few), 'fr');
  assert.equal(negotiate('zh-SG, fr;q=0.5', few), 'zh-Hans');
  assert.equal(negotiate('zh-TW', few), 'en');
});

test('the default locale, else the source locale, else the first stands in', () => {
  assert.equal(negotiate('xx', only('fr', 'en', 'zh-Hans')), 'en');
  assert.equal(negotiate('xx', only('fr', 'zh-Hans')), 'zh-Hans');
  assert.equal(negotiate('xx', only('pl', 'fr')), 'fr');
});

test('thousands of entries take no time, and those behind the first thousand do not count', () => {
  const begin = performance.now();
  const xs = (count) => Array.from({ length: count }, (_, index) => `x${index}`);
  assert.equal(negotiate([...xs(999), 'de'], manifest), 'de');
  assert.equal(negotiate([...xs(1000), 'de'], manifest), 'en');
  assert.equal(negotiate([...xs(999), 'de'].join(), manifest), 'de');
  assert.equal(negotiate([...xs(1_000_000), 'de'].join(), manifest), 'en');
  assert.equal(negotiate(`de,${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}x`, manifest), 'de');
  assert.equal(negotiate('a'.repeat(5_000_000), manifest), 'en');
  assert.equal(negotiate(Array.from({ length: 1000 }, (_, index) => (index % 2 ? 'de;q=0' : 'de-AT')).join(), manifest), 'en');
  assert.ok(performance.now() - begin < 5000);
});

test('random headers get what a plain reading of RFC 9110 gives', () => {
  let seed = 1;
  const random = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const pick = (list) => list[random(list.length)];
  const pool = ['en', 'en-GB', 'en-US', 'fr', 'fr-CA', 'de-AT', 'zh', 'zh-TW', 'zh-Hans', 'zh-HK', 'pt', 'pt-PT', 'sr', 'xx', 'qq-QQ', 'es-MX'];
  const served = (tag) => {
    const locale = all.resolve(0, tag).packLocale;
    return locale !== 'en' || tag.startsWith('en') ? locale : undefined;
  };
  const covers = (range, locale) => range === '*' || locale.toLowerCase() === range.toLowerCase() || locale.toLowerCase().startsWith(`${range.toLowerCase()}-`);
  const space = () => pick(['', '', ' ', '\t ']);
  for (let round = 0; round < 5000; round++) {
    const entries = Array.from({ length: random(7) }, () => ({ tag: random(9) ? pick(pool) : '*', quality: random(4) ? random(1001) / 1000 : random(2) }));
    const junk = () => (random(6) ? '' : `${pick(['', 'x y', 'de;q=9', ';q=1', 'a;b=c'])},`);
    const spelled = entries.map(({ tag, quality }) => junk() + space() + (random(2) ? tag : tag.toUpperCase()) + (quality === 1 && random(2) ? '' : `${space()};${space()}${pick(['q', 'Q'])}=${quality}`) + space());
    const ruling = (locale) => {
      const fitting = entries.filter(({ tag }) => covers(tag, locale));
      const length = (one) => (one.tag === '*' ? 0 : one.tag.length);
      const most = Math.max(...fitting.map(length));
      return fitting.filter((one) => length(one) === most).sort((left, right) => right.quality - left.quality)[0];
    };
    const ordered = [...entries].sort((left, right) => right.quality - left.quality);
    let expected;
    for (const { tag, quality } of ordered) {
      const locale = quality === 0 ? undefined : tag === '*' ? ['en', ...tags].find((one) => ruling(one).tag === '*' && ruling(one).quality > 0) : served(tag);
      if (locale && !(ruling(locale)?.quality === 0)) {
        expected ??= locale;
      }
    }
    assert.equal(negotiate(spelled.join(','), manifest), expected ?? 'en', JSON.stringify(spelled.join(',')));
  }
});

test('a catalog decides among the packs that it has', () => {
  const catalog = createCatalog({ packs: ['en', 'zh-Hans', 'fr'].map(packBytes) });
  assert.equal(negotiate('de, fr;q=0.5', catalog), 'fr');
  assert.equal(negotiate('en-AU, fr', catalog), 'en');
  assert.equal(negotiate('zh-TW, fr', catalog), 'fr');
  assert.equal(negotiate('zh-SG, fr', catalog), 'zh-Hans');
  assert.equal(negotiate('de', catalog), 'en');
  assert.equal(negotiate('en;q=0, *', catalog), 'en', 'it has no list of its locales');
  assert.equal(negotiate(['xx', 'zh'], codeglot), 'zh-Hans');
  // The default locale of a catalog with one pack is that one.
  const chinese = createCatalog({ packs: [packBytes('zh-Hans')] });
  assert.equal(negotiate('zh-CN', chinese), 'zh-Hans');
});
