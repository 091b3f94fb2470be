// Everyone who formats in Node, each in its fastest sensible use: messages parsed or compiled once and kept, found by
// the code and the locale that a call brings. A contender has a label and two calls: staticText(code, locale) and
// pluralText(max).
// Fails where a library is not installed; peers.mjs looks for that before.
import { locales, pluralCode, pluralPattern, pluralText, staticTexts } from './messages.mjs';

const texts = staticTexts();

/** A map of maps, locale to code to what `prepare` makes of the text. */
function keep(prepare) {
  const entries = (locale) =>
    Object.entries(texts[locale]).map(([code, text]) => [Number(code), prepare(text, locale, code)]);
  return new Map(locales.map((locale) => [locale, new Map(entries(locale))]));
}

async function codeglot() {
  const { message } = await import('../wasm/dist/index.js');
  return { staticText: message, pluralText: (max) => message(pluralCode, 'en', { max }) };
}

function byHand() {
  const kept = keep((text) => text);
  return { staticText: (code, locale) => kept.get(locale).get(code), pluralText };
}

async function intlMessageformat() {
  const { IntlMessageFormat } = await import('intl-messageformat');
  const kept = keep((text, locale) => new IntlMessageFormat(text, locale));
  const plural = new IntlMessageFormat(pluralPattern, 'en');
  return {
    staticText: (code, locale) => kept.get(locale).get(code).format(),
    pluralText: (max) => plural.format({ max }),
  };
}

async function i18next() {
  const { createInstance } = await import('i18next');
  const resources = Object.fromEntries(locales.map((locale) => [locale, { translation: { ...texts[locale] } }]));
  Object.assign(resources.en.translation, {
    members_one: 'You can add at most {{count, number}} family member.',
    members_other: 'You can add at most {{count, number}} family members.',
  });
  const i18n = createInstance({
    lng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources,
  });
  i18n.init();
  // Naming the locale costs less than a getFixedT of it, which is kept.
  return {
    staticText: (code, lng) => i18n.t(String(code), { lng }),
    pluralText: (count) => i18n.t('members', { count }),
  };
}

async function fluent() {
  const { FluentBundle, FluentResource } = await import('@fluent/bundle');
  const bundles = new Map(locales.map((locale) => [locale, new FluentBundle(locale, { useIsolating: false })]));
  const add = (locale, source) => bundles.get(locale).addResource(new FluentResource(source));
  const kept = keep((text, locale, code) => {
    add(locale, `message-${code} = ${text}`);
    return bundles.get(locale).getMessage(`message-${code}`).value;
  });
  const english = bundles.get('en');
  add(
    'en',
    `members = { $max ->
    [one] You can add at most { $max } family member.
   *[other] You can add at most { $max } family members.
}`,
  );
  const plural = english.getMessage('members').value;
  return {
    staticText: (code, locale) => bundles.get(locale).formatPattern(kept.get(locale).get(code)),
    pluralText: (max) => english.formatPattern(plural, { max }),
  };
}

async function lingui() {
  const { setupI18n } = await import('@lingui/core');
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  const compiled = (locale) =>
    Object.fromEntries(Object.entries(texts[locale]).map(([code, text]) => [code, compileMessage(text)]));
  const kept = new Map(
    locales.map((locale) => [
      locale,
      setupI18n({ locale, messages: { [locale]: { ...compiled(locale), members: compileMessage(pluralPattern) } } }),
    ]),
  );
  const english = kept.get('en');
  return {
    staticText: (code, locale) => kept.get(locale)._(String(code)),
    pluralText: (max) => english._('members', { max }),
  };
}

async function messageformat() {
  const { MessageFormat } = await import('messageformat');
  const kept = keep((text, locale) => new MessageFormat(locale, text));
  const plural = new MessageFormat(
    'en',
    `.input {$max :number}
.match $max
one {{You can add at most {$max} family member.}}
* {{You can add at most {$max} family members.}}`,
  );
  return {
    staticText: (code, locale) => kept.get(locale).get(code).format(),
    pluralText: (max) => plural.format({ max }),
  };
}

async function messageformatCore() {
  const { default: MessageFormat } = await import('@messageformat/core');
  const kept = keep((text, locale) => new MessageFormat(locale).compile(text));
  const plural = new MessageFormat('en').compile(pluralPattern);
  return {
    staticText: (code, locale) => kept.get(locale).get(code)(),
    pluralText: (max) => plural({ max }),
  };
}

const makers = {
  'intl-messageformat': intlMessageformat,
  i18next,
  '@fluent/bundle': fluent,
  '@lingui/core': lingui,
  messageformat,
  '@messageformat/core': messageformatCore,
};

/** Ours first, then the peers with their versions, then the floor. */
export async function contenders(peers) {
  const all = [{ label: 'codeglot', ours: true, ...(await codeglot()) }];
  for (const { name, label } of peers) {
    all.push({ label, ...(await makers[name]()) });
  }
  all.push({ label: 'by hand: a Map; Intl objects kept', floor: true, ...byHand() });
  return all;
}
