// Cases of ICU's source archive that contradict LDML 48.2, each with the reason.
const numbered = (file, ...numbers) => numbers.map((number) => `${file}#${number}`);

const groups = [
  [
    'dateStyle, timeStyle, style, fields such as year=numeric and icu:skeleton are of earlier drafts; LDML 48.2 has dateFields, dateLength, timePrecision and timeZoneStyle',
    numbered('icu-test-functions', 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23),
    numbered('more-functions', 4, 6, 7, 8),
  ],
  [
    ':datetime without options is dateFields=year-month-day timePrecision=minute, whose length is medium; the draft had ICU\'s short style',
    numbered('icu-test-functions', 0, 1),
    numbered('more-functions', 3),
  ],
  [
    'style=percent, notation and compactDisplay are no longer options of :number',
    numbered('icu-test-functions', 35, 36, 37, 38, 39, 40),
  ],
  [
    'a selector needs a declaration with a function: this is missing-selector-annotation',
    numbered('icu-test-previous-release', 8),
  ],
  [
    'the fallback of {$bar} is $bar, whatever its declaration refers to',
    numbered('icu-test-previous-release', 13),
    numbered('resolution-errors', 3),
  ],
  [
    'a message with an error of syntax or data model is not formatted, so that it has no other errors',
    numbered('icu-test-previous-release', 20, 21, 23, 24),
  ],
  [
    'parts of numbers and strings have no source, and text is of the type text, not literal',
    numbered('spec/functions/number', 40),
    numbered('spec/syntax', 65, 100, 101, 102, 105),
  ],
  ['an unpaired surrogate is no UTF-8: no message, and no line of JSON, can hold it', numbered('spec/syntax-errors', 83)],
];

/** The reason by the id of a case: its file and its number in it. */
export const contradictions = new Map(groups.flatMap(([reason, ...cases]) => cases.flat().map((id) => [id, reason])));
