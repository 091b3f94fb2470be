// codeglot/vue: switches of the locale: loading, failing and racing, and catalogs that change.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mount } from '@vue/test-utils';
import { Message, createMessages, useLocale } from 'codeglot/vue';
import type { LocaleControl, MessageCatalog } from 'codeglot/vue';
import { defineComponent, h } from 'vue';
import { catalogOf, loadable, settled } from '../../../../tests/consumer/frameworks/catalog.js';

/** A page with a text, and what useLocale says in it. */
function page(catalog: MessageCatalog, locale = 'en', onError?: (error: unknown) => void) {
  let control!: LocaleControl;
  const Page = defineComponent(() => {
    control = useLocale();
    return () => h('main', [h(Message as never, { code: 2 })]);
  });
  const wrapper = mount(Page, { global: { plugins: [createMessages({ catalog, locale, onError })] } });
  return {
    unmount: () => wrapper.unmount(),
    text: () => wrapper.text(),
    node: () => wrapper.element.firstElementChild,
    state: () => [control.locale.value, control.loading.value, control.error.value],
    control,
  };
}

const english = 'Nothing here';
const german = 'Hier ist nichts';
const arabic = 'لا شيء هنا';
const ended = async (end: () => void) => (end(), settled());

test('the first locale is loaded, and shown when it is there', async () => {
  const catalog = loadable('en');
  const { text, state } = page(catalog, 'de');
  await settled();
  assert.deepEqual([text(), ...state()], [english, 'de', true, undefined]);
  await ended(catalog.requests[0]!.finish);
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
  assert.equal(catalog.requests.length, 1);
});

test('a switch shows the text before until the locale is there', async () => {
  const catalog = loadable('en');
  const { text, node, state, control } = page(catalog);
  await ended(catalog.requests[0]!.finish);
  const before = node();
  control.locale.value = 'de';
  await settled();
  assert.deepEqual([text(), ...state()], [english, 'en', true, undefined]);
  await ended(catalog.requests[1]!.finish);
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
  assert.equal(node(), before);
});

test('a locale that cannot be loaded leaves the one before, and says why; a second attempt may do better', async () => {
  const catalog = loadable('en');
  const errors: unknown[] = [];
  const { text, state, control } = page(catalog, 'en', (error) => errors.push(error));
  await ended(catalog.requests[0]!.finish);
  const error = new Error('offline');
  const failed = control.setLocale('de');
  catalog.requests[1]!.fail(error);
  await failed;
  await settled();
  assert.deepEqual([text(), ...state(), errors], [english, 'en', false, error, [error]]);
  void control.setLocale('de');
  assert.deepEqual(state(), ['en', true, undefined]);
  await ended(catalog.requests[2]!.finish);
  assert.deepEqual([text(), ...state()], [german, 'de', false, undefined]);
});

test('of two switches the later one wins, whichever ends first, and the earlier one is aborted', async () => {
  for (const order of [[1, 2], [2, 1]] as const) {
    const catalog = loadable('en');
    const { text, state, control } = page(catalog);
    await ended(catalog.requests[0]!.finish);
    void control.setLocale('de');
    void control.setLocale('ar');
    assert.deepEqual(catalog.requests.slice(1).map(({ signal }) => signal!.aborted), [true, false]);
    await ended(catalog.requests[order[0]]!.finish);
    assert.deepEqual([text(), ...state()], order[0] === 1 ? [english, 'en', true, undefined] : [arabic, 'ar', false, undefined]);
    await ended(catalog.requests[order[1]]!.finish);
    assert.deepEqual([text(), ...state()], [arabic, 'ar', false, undefined]);
  }
});

test('a catalog that has all its locales switches at once; one that does not tell of changes is read again', async () => {
  const whole = page(catalogOf('en', 'de'));
  whole.control.locale.value = 'de';
  assert.deepEqual(whole.state(), ['de', false, undefined]);
  await settled();
  assert.equal(whole.text(), german);
  let now = 'before';
  const own = page({ message: () => now, resolve: () => ({ text: now, status: 'ok', direction: 'ltr', locale: 'en' }) });
  now = 'after';
  await settled();
  assert.equal(own.text(), 'before');
  own.control.refresh();
  await settled();
  assert.equal(own.text(), 'after');
});

test('a switch that ends when all is gone does nothing', async () => {
  const catalog = loadable('en');
  const { unmount, control } = page(catalog);
  void control.setLocale('de');
  unmount();
  await ended(catalog.requests.at(-1)!.finish);
  assert.equal(catalog.listeners.size, 0);
});
