// codeglot/react: switches of the locale: loading, failing, racing, by the provider's property, and other catalogs.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, render } from '@testing-library/react';
import { Message, MessageProvider, useLocale } from 'codeglot/react';
import type { LoadState, MessageCatalog } from 'codeglot/react';
import { StrictMode, memo } from 'react';
import { catalogOf, loadable, settled } from '../../../../tests/consumer/frameworks/catalog.js';

type Props = { catalog: MessageCatalog; locale?: string; onError?: (error: unknown) => void };

/** A page with a text, and what useLocale says in it. */
function page(first: Props) {
  let current!: readonly [string, LoadState['setLocale'], LoadState];
  let texts = 0;
  const Control = () => {
    current = useLocale();
    return null;
  };
  const Text = memo(() => {
    texts++;
    return <Message code={2} />;
  });
  const tree = ({ catalog, locale = 'en', onError }: Props) => (
    <StrictMode>
      <MessageProvider catalog={catalog} locale={locale} onError={onError}>
        <Control />
        <Text />
      </MessageProvider>
    </StrictMode>
  );
  const { container, rerender, unmount } = render(tree(first));
  return {
    unmount,
    show: (props: Props) => rerender(tree(props)),
    text: () => container.textContent,
    node: () => container.firstChild,
    state: () => [current[0], current[2].loading, current[2].error],
    setLocale: (tag: string) => current[1](tag),
    refresh: () => current[2].refresh(),
  };
}

const english = 'Nothing here';
const german = 'Hier ist nichts';
const arabic = 'لا شيء هنا';
const ended = (end: () => void) => act(async () => (end(), settled()));

test('the first locale is loaded, and shown when it is there', async () => {
  const catalog = loadable('en');
  const { text, state } = page({ catalog, locale: 'de' });
  assert.deepEqual(state(), ['de', true, undefined]);
  assert.equal(text(), english);
  assert.deepEqual(catalog.requests.map(({ tag }) => tag), ['de']);
  await ended(catalog.requests[0]!.finish);
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
});

test('a switch shows the text before until the locale is there, in the same nodes', async () => {
  const catalog = loadable('en');
  const { text, node, state, setLocale } = page({ catalog });
  await ended(catalog.requests[0]!.finish);
  const before = node();
  let done = false;
  act(() => void setLocale('de').then(() => (done = true)));
  assert.deepEqual([text(), ...state(), done], [english, 'en', true, undefined, false]);
  assert.equal(catalog.requests[1]!.signal!.aborted, false);
  await ended(catalog.requests[1]!.finish);
  assert.deepEqual([text(), ...state(), done], [german, 'de', false, undefined, true]);
  assert.equal(node(), before, 'nothing was mounted anew');
});

test('a locale that cannot be loaded leaves the one before, and says why; a second attempt may do better', async () => {
  const catalog = loadable('en');
  const errors: unknown[] = [];
  const { text, state, setLocale } = page({ catalog, onError: (error) => errors.push(error) });
  await ended(catalog.requests[0]!.finish);
  const error = new Error('offline');
  act(() => void setLocale('de'));
  await ended(() => catalog.requests[1]!.fail(error));
  assert.deepEqual([text(), ...state(), errors], [english, 'en', false, error, [error]]);
  act(() => void setLocale('de'));
  assert.deepEqual(state(), ['en', true, undefined]);
  await ended(catalog.requests[2]!.finish);
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
});

test('a loader that throws, or a catalog that was disposed, is an error of the switch', async () => {
  const whole = catalogOf('en');
  const catalog = {
    message: whole.message.bind(whole), resolve: whole.resolve.bind(whole),
    loadLocale(tag: string): Promise<string> {
      throw new Error(`none of ${tag}`);
    },
  } as MessageCatalog;
  const { text, state, setLocale } = page({ catalog });
  await act(settled);
  assert.deepEqual([text(), state()[0], String(state()[2])], [english, 'en', 'Error: none of en']);
  await act(() => setLocale('de'));
  assert.deepEqual([text(), state()[0], String(state()[2])], [english, 'en', 'Error: none of de']);
  whole.dispose();
  await act(() => setLocale('de'));
  assert.match(String(state()[2]), /disposed/);
});

test('of two switches the later one wins, whichever ends first, and the earlier one is aborted', async () => {
  for (const order of [[1, 2], [2, 1]] as const) {
    const catalog = loadable('en');
    const { text, state, setLocale } = page({ catalog });
    await ended(catalog.requests[0]!.finish);
    act(() => void setLocale('de'));
    act(() => void setLocale('ar'));
    assert.deepEqual(catalog.requests.slice(1).map(({ signal }) => signal!.aborted), [true, false]);
    await ended(catalog.requests[order[0]]!.finish);
    assert.deepEqual([text(), ...state()], order[0] === 1 ? [english, 'en', true, undefined] : [arabic, 'ar', false, undefined]);
    await ended(catalog.requests[order[1]]!.finish);
    assert.deepEqual([text(), ...state()], [arabic, 'ar', false, undefined]);
  }
});

test('an earlier switch that fails late is nobody’s error', async () => {
  const catalog = loadable('en');
  const errors: unknown[] = [];
  const { text, state, setLocale } = page({ catalog, onError: (error) => errors.push(error) });
  await ended(catalog.requests[0]!.finish);
  act(() => void setLocale('de'));
  act(() => void setLocale('ar'));
  await ended(() => catalog.requests[1]!.fail(catalog.requests[1]!.signal!.reason));
  await ended(catalog.requests[2]!.finish);
  assert.deepEqual([text(), ...state(), errors], [arabic, 'ar', false, undefined, []]);
});

test('a catalog that has all its locales switches at once', () => {
  const { text, state, setLocale } = page({ catalog: catalogOf('en', 'de') });
  act(() => void setLocale('de'));
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
});

test('another locale of the provider is switched to; the same one again does not undo the user’s choice', async () => {
  const catalog = loadable('en');
  const { text, show, setLocale } = page({ catalog });
  await ended(catalog.requests[0]!.finish);
  show({ catalog, locale: 'de' });
  assert.equal(text(), english);
  await ended(catalog.requests[1]!.finish);
  assert.equal(text(), german);
  act(() => void setLocale('ar'));
  await ended(catalog.requests[2]!.finish);
  show({ catalog, locale: 'de' });
  await act(settled);
  assert.deepEqual([text(), catalog.requests.length], [arabic, 3]);
});

test('another catalog of the provider answers at once, in the locale that is shown', async () => {
  const first = loadable('en', 'de');
  const { text, show, setLocale } = page({ catalog: first });
  await ended(first.requests[0]!.finish);
  act(() => void setLocale('de'));
  await ended(first.requests[1]!.finish);
  const second = loadable('en', 'de');
  second.message = second.resolve = undefined as never;
  Object.assign(second, {
    message: () => 'second',
    resolve: () => ({ text: 'second', status: 'ok', direction: 'ltr', locale: 'de' }),
  });
  show({ catalog: second });
  assert.equal(text(), 'second');
  assert.deepEqual([first.listeners.size, second.listeners.size], [0, 1]);
  assert.deepEqual(second.requests.map(({ tag }) => tag), ['de']);
});

test('a catalog that does not tell of its changes is read again by refresh', () => {
  let text = 'before';
  const { text: seen, refresh } = page({
    catalog: { message: () => text, resolve: () => ({ text, status: 'ok', direction: 'ltr', locale: 'en' }) },
  });
  text = 'after';
  assert.equal(seen(), 'before');
  act(refresh);
  assert.equal(seen(), 'after');
});

test('a switch that ends when all is gone does nothing', async () => {
  const catalog = loadable('en');
  const { unmount, setLocale } = page({ catalog });
  act(() => void setLocale('de'));
  unmount();
  await ended(catalog.requests.at(-1)!.finish);
  assert.equal(catalog.listeners.size, 0);
});
