// codeglot/react: texts in components, their language and direction, and what makes them render again.
import './setup.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { act, render } from '@testing-library/react';
import * as codeglot from 'codeglot';
import * as adapter from 'codeglot/react';
import { Message, MessageProvider, useLocale, useMessage } from 'codeglot/react';
import type { MessageCatalog } from 'codeglot/react';
import { createCatalog } from 'codeglot/engine';
import french from 'codeglot/locales/fr';
import { Component, StrictMode, memo, version } from 'react';
import type { ReactNode } from 'react';
import { catalogOf, loadable, pack } from '../../../../tests/consumer/frameworks/catalog.js';

const shown = (catalog: MessageCatalog, locale: string, children: ReactNode): string =>
  render(
    <MessageProvider catalog={catalog} locale={locale}>
      {children}
    </MessageProvider>,
  ).container.innerHTML.replaceAll('&nbsp;', '\u00a0');

test('runs on the React of its project', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  assert.equal(version, dependencies.react);
});

test('exports four names', () => {
  assert.deepEqual(Object.keys(adapter).sort(), ['Message', 'MessageProvider', 'useLocale', 'useMessage']);
});

test('a text is the catalog’s, with arguments, without one, of an unknown code, and of values that are none', () => {
  const catalog = catalogOf('en', 'de');
  const calls: [code: number, args?: Record<string, unknown> | null][] = [
    [1, { name: 'Zoë' }], [1], [1, null], [1, {}], [1, { name: 5 }], [2], [7], [7, { max: 1 }], [999], [NaN], [1.5],
    [4, { who: 'A', amount: 1234.5, due: new Date(0) }],
  ];
  for (const [code, args] of calls) {
    const expected = catalog.message(code, 'de', args as {});
    assert.equal(shown(catalog, 'de', <Message code={code} args={args as {}} />), expected);
    const Text = () => useMessage()(code, args as {});
    assert.equal(shown(catalog, 'de', <Text />), expected);
  }
});

test('every kind of catalog serves: the module itself, an engine’s, an object', () => {
  assert.equal(shown(codeglot, 'en', <Message code={135} args={{ max: 3 }} />), codeglot.message(135, 'en', { max: 3 }));
  const engine = createCatalog({ packs: [french] });
  assert.equal(shown(engine, 'fr', <Message code={135} args={{ max: 3 }} />), engine.message(135, 'fr', { max: 3 }));
  const own: MessageCatalog = {
    message: (code, locale) => `${locale} ${code}`,
    resolve: (code, locale) => ({ text: `${locale} ${code}`, status: 'ok', direction: 'ltr', locale }),
  };
  assert.equal(shown(own, 'x', <Message code={7} as="b" components={{ a: () => null }} />), '<b lang="x" dir="ltr">x 7</b>');
});

test('an element has the language and direction of the words that answered', () => {
  const catalog = catalogOf('en', 'ar');
  const message = <Message code={2} as="p" className="c" role="alert" />;
  assert.equal(shown(catalog, 'ar-EG', message), '<p lang="ar" dir="rtl" class="c" role="alert">لا شيء هنا</p>');
  assert.equal(shown(catalog, 'ar', <Message code={8} as="p" />), '<p lang="en" dir="ltr">Only in English</p>');
  assert.equal(shown(catalog, 'ar', <Message code={2} as="p" dir="auto" />), '<p lang="ar" dir="auto">لا شيء هنا</p>');
});

test('the function is the same until texts may read otherwise', () => {
  const catalog = loadable('en');
  const seen = new Set<unknown>();
  let renderings = 0;
  const Child = memo(({ message }: { message: (code: number) => string }) => {
    renderings++;
    return message(2);
  });
  const Reader = () => {
    const message = useMessage();
    seen.add(message);
    return <Child message={message} />;
  };
  const tree = () => (
    <MessageProvider catalog={catalog} locale="en">
      <Reader />
    </MessageProvider>
  );
  const { rerender, container } = render(tree());
  rerender(tree());
  assert.deepEqual([seen.size, renderings], [1, 1]);
  // The same place, other words: what a development server does to a pack.
  const german = catalogOf('de');
  catalog.message = ((code: number) => german.message(code, 'de')) as never;
  act(() => catalog.replace(pack('en')));
  assert.deepEqual([seen.size, renderings, container.textContent], [2, 2, 'Hier ist nichts']);
});

class Caught extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};
  static getDerivedStateFromError({ message }: Error) {
    return { message };
  }
  override render() {
    return this.state.message ?? this.props.children;
  }
}

test('a program’s mistakes throw: no provider, a catalog that was disposed', () => {
  const Locale = () => useLocale()[0];
  for (const reader of [<Message code={1} />, <Locale />]) {
    const { container } = render(<Caught>{reader}</Caught>);
    assert.equal(container.textContent, 'codeglot: no MessageProvider above');
  }
  const catalog = catalogOf('en');
  catalog.dispose();
  assert.equal(shown(catalog, 'en', <Caught><Message code={1} /></Caught>), 'codeglot: this catalog was disposed');
  assert.ok(complaints().length > 0);
});

test('what goes away leaves no listener, in strict mode neither', () => {
  for (const Mode of [StrictMode, 'div'] as const) {
    const catalog = loadable('en');
    const { unmount, rerender } = render(
      <Mode>
        <MessageProvider catalog={catalog} locale="en">
          <Message code={1} />
          <Message code={2} />
        </MessageProvider>
      </Mode>,
    );
    assert.equal(catalog.listeners.size, 1);
    assert.equal(catalog.requests.length, 1, 'the first locale is loaded once');
    rerender(<Mode><MessageProvider catalog={catalog} locale="en"><Message code={2} /></MessageProvider></Mode>);
    assert.equal(catalog.listeners.size, 1);
    unmount();
    assert.equal(catalog.listeners.size, 0);
  }
});
