// codeglot/vue: texts in components, their language and direction, and what makes them render again.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mount } from '@vue/test-utils';
import * as codeglot from 'codeglot';
import * as adapter from 'codeglot/vue';
import { Message, createMessages, useLocale, useMessage } from 'codeglot/vue';
import type { Args, MessageCatalog } from 'codeglot/vue';
import { createCatalog } from 'codeglot/engine';
import french from 'codeglot/locales/fr';
import { computed, createApp, defineComponent, h, nextTick, ref } from 'vue';
import { catalogOf, loadable, pack } from '../../../../tests/consumer/frameworks/catalog.js';

/** The HTML without the comments between which Vue keeps several nodes. */
const bare = (html: string): string => html.replace(/<!--.*?-->/g, '').replaceAll('&nbsp;', '\u00a0');

function shown(catalog: MessageCatalog, locale: string, props: Record<string, unknown>): string {
  const page = { render: () => h('main', [h(Message as never, props)]) };
  return bare(mount(page, { global: { plugins: [createMessages({ catalog, locale })] } }).element.innerHTML);
}

test('exports four names', () => {
  assert.deepEqual(Object.keys(adapter).sort(), ['Message', 'createMessages', 'useLocale', 'useMessage']);
});

test('a text is the catalog’s, with arguments, without one, of an unknown code, and of values that are none', () => {
  const catalog = catalogOf('en', 'de');
  const calls: [code: number, args?: Record<string, unknown> | null][] = [
    [1, { name: 'Zoë' }], [1], [1, null], [1, {}], [1, { name: 5 }], [2], [7], [7, { max: 1 }], [999], [NaN], [1.5],
    [4, { who: 'A', amount: 1234.5, due: new Date(0) }],
  ];
  for (const [code, args] of calls) {
    const expected = catalog.message(code, 'de', args as {});
    assert.equal(shown(catalog, 'de', { code, args }), expected);
    const Text = defineComponent(() => {
      const message = useMessage();
      return () => message(code, args as Args);
    });
    assert.equal(mount(Text, { global: { plugins: [createMessages({ catalog, locale: 'de' })] } }).text(), expected);
  }
});

test('every kind of catalog serves: the module itself, an engine’s, an object', () => {
  assert.equal(shown(codeglot, 'en', { code: 135, args: { max: 3 } }), codeglot.message(135, 'en', { max: 3 }));
  const engine = createCatalog({ packs: [french] });
  assert.equal(shown(engine, 'fr', { code: 135, args: { max: 3 } }), engine.message(135, 'fr', { max: 3 }));
  const own: MessageCatalog = {
    message: (code, locale) => `${locale} ${code}`,
    resolve: (code, locale) => ({ text: `${locale} ${code}`, status: 'ok', direction: 'ltr', locale }),
  };
  assert.equal(shown(own, 'x', { code: 7, as: 'b' }), '<b lang="x" dir="ltr">x 7</b>');
});

test('an element has the language and direction of the words that answered', () => {
  const catalog = catalogOf('en', 'ar');
  assert.equal(
    shown(catalog, 'ar-EG', { code: 2, as: 'p', class: 'c', role: 'alert' }),
    '<p lang="ar" dir="rtl" class="c" role="alert">لا شيء هنا</p>',
  );
  assert.equal(shown(catalog, 'ar', { code: 8, as: 'p' }), '<p lang="en" dir="ltr">Only in English</p>');
  assert.equal(shown(catalog, 'ar', { code: 2, as: 'p', dir: 'auto' }), '<p lang="ar" dir="auto">لا شيء هنا</p>');
  const Box = defineComponent((_, { slots }) => () => h('section', slots['default']!()));
  assert.equal(shown(catalog, 'ar', { code: 2, as: Box }), '<section lang="ar" dir="rtl">لا شيء هنا</section>');
});

test('what reads a text follows the code, the arguments, the locale and the catalog', async () => {
  const catalog = loadable('en', 'de');
  const code = ref(7);
  const max = ref(1);
  let setLocale!: (tag: string) => Promise<void>;
  const Page = defineComponent(() => {
    const message = useMessage();
    ({ setLocale } = useLocale());
    const text = computed(() => message(code.value, { max: max.value }));
    return () => h('main', [text.value, h(Message as never, { code: code.value, args: { max: max.value }, as: 'p' })]);
  });
  const wrapper = mount(Page, { global: { plugins: [createMessages({ catalog, locale: 'en' })] } });
  const both = () => wrapper.text();
  assert.equal(both(), '1 member at most'.repeat(2));
  max.value = 2;
  await nextTick();
  assert.equal(both(), '2 members at most'.repeat(2));
  const switched = setLocale('de');
  catalog.requests.at(-1)!.finish();
  await switched;
  await nextTick();
  assert.equal(both(), 'Höchstens 2 Mitglieder'.repeat(2));
  code.value = 2;
  await nextTick();
  assert.equal(both(), 'Hier ist nichts'.repeat(2));
  const arabic = catalogOf('ar');
  catalog.message = ((of: number) => arabic.message(of, 'ar')) as never;
  catalog.resolve = ((of: number) => arabic.resolve(of, 'ar')) as never;
  catalog.replace(pack('de'));
  await nextTick();
  assert.equal(both(), 'لا شيء هنا'.repeat(2));
});

test('a program’s mistakes throw: no plugin, a catalog that was disposed', () => {
  const bareApp = (setup: () => unknown) => mount(defineComponent(() => (setup(), () => null)));
  assert.throws(() => mount(Message as never, { props: { code: 1 } } as never), /codeglot: app.use/);
  assert.throws(() => bareApp(() => useLocale()), /codeglot: app.use/);
  const catalog = catalogOf('en');
  catalog.dispose();
  assert.throws(() => shown(catalog, 'en', { code: 1 }), /codeglot: this catalog was disposed/);
  assert.ok(complaints().length > 0);
});

test('what goes away leaves no listener', async () => {
  const catalog = loadable('en');
  const shows = ref(3);
  const Page = defineComponent(() => () => Array.from({ length: shows.value }, (_, key) => h(Message as never, { code: 2, key })));
  const wrapper = mount(Page, { global: { plugins: [createMessages({ catalog, locale: 'en' })] } });
  assert.deepEqual([catalog.listeners.size, catalog.requests.length], [1, 1]);
  shows.value = 1;
  await nextTick();
  assert.equal(catalog.listeners.size, 1);
  wrapper.unmount();
  assert.equal(catalog.listeners.size, 0);
});

test('composables serve outside components, too, and follow no catalog there', async () => {
  const catalog = loadable('en', 'de');
  const app = createApp({ render: () => null }).use(createMessages({ catalog, locale: 'en' }));
  const { locale, setLocale } = app.runWithContext(useLocale);
  const message = app.runWithContext(() => useMessage());
  const switched = setLocale('de');
  catalog.requests[0]!.finish();
  await switched;
  assert.deepEqual([locale.value, message(2), catalog.listeners.size], ['de', 'Hier ist nichts', 0]);
});
