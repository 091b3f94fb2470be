// Runs the shared vectors (tests/vectors/README.md) on a catalog of the package. Knows no host: the browser tests run it
// too. Never throws for a case: what a case throws is that case's failure.

function value(given) {
  if (given !== null && typeof given === 'object' && !Array.isArray(given)) {
    if ('double' in given) {
      return Number(given.double);
    }
    if ('repeat' in given) {
      return given.repeat[0].repeat(given.repeat[1]);
    }
  }
  return given;
}

const text = (expected) => [expected].flat().map(value).join('');

const shorten = (shown) => (typeof shown === 'string' && shown.length > 200 ? `${shown.slice(0, 200)}…` : shown);

/** The parts of a resolution as the vectors have spans: [type, name, value, text]. */
const spans = (parts) =>
  parts.flatMap(({ type, name, source, kind, id, value = '', options = {}, parts: pieces = [] }) => [
    [type.replace('I', '-i'), type === 'fallback' ? source.replace('$', '') : (name ?? ''), kind ?? '', value],
    ...(id ? [['option', 'u:id', id, '']] : []),
    ...Object.entries(options).map(([option, text]) => ['option', option, text, '']),
    ...pieces.map((piece) => ['piece', piece.type, '', piece.value]),
  ]);

/** What a case's call gives, under the names that the vectors have for it. */
function answer(catalog, given) {
  if (given.call === 'choose') {
    return { chosen: catalog.resolve(0, given.locale).packLocale };
  }
  if (given.call === 'response') {
    const { transport, status_in: status, body, locale } = given;
    return catalog.resolveResponse({ status, body }, locale, undefined, transport);
  }
  const args = Object.fromEntries(Object.entries(given.args ?? {}).map(([name, one]) => [name, value(one)]));
  const resolution = catalog.resolve(given.code, given.locale, args);
  const message = catalog.message(given.code, given.locale, args);
  if (message !== resolution.text) {
    throw new Error(`message() and resolve() differ: ${shorten(message)}`);
  }
  const answered = { ...resolution, answered: resolution.locale };
  // Only a catalog with formats has these.
  return catalog.source
    ? { ...answered, parts: JSON.stringify(spans(resolution.parts)), source: catalog.source(given.code, given.locale)?.pattern }
    : answered;
}

/** Runs one case; returns what is wrong with it, or nothing. */
function failure(catalog, given) {
  try {
    const got = answer(catalog, given);
    for (const name of ['text', 'status', 'code', 'name', 'answered', 'direction', 'argument', 'chosen', 'parts', 'source']) {
      const convert = { text, parts: JSON.stringify }[name];
      const expected = convert && given[name] !== undefined ? convert(given[name]) : given[name];
      const reported = name === 'argument' && given.call === 'message';
      if ((expected !== undefined || reported) && got[name] !== expected) {
        return `${name} is ${JSON.stringify(shorten(got[name]))}, not ${JSON.stringify(shorten(expected))}`;
      }
    }
  } catch (error) {
    return `threw ${error}`;
  }
  return undefined;
}

/** Runs all cases; returns how many passed, and a line for each that failed. */
export function runVectors(catalog, cases) {
  const failures = [];
  for (const given of cases) {
    const line = failure(catalog, given);
    if (line) {
      failures.push(`${given.call} ${given.id}: ${line}`);
    }
  }
  return { passed: cases.length - failures.length, failures };
}

/** Runs a set of vector-set.mjs on a build of the package, given as its entries and the packs of its locales. */
export function runSet(set, { engine, formats, packs }) {
  const runs = [
    runVectors(engine.createCatalog({ packs }), set.cases),
    runVectors(engine.createCatalog({ packs: set.problems.packs }), set.problems.cases),
    runVectors(formats.createCatalog({ packs: set.formats.packs }), set.formats.cases),
  ];
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failures: runs.flatMap(({ failures }) => failures),
  };
}
