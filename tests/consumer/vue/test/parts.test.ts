// codeglot/vue: markup and arguments as slots, and what becomes of markup that a translator got wrong.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mount } from '@vue/test-utils';
import { Message, createMessages } from 'codeglot/vue';
import type { Args, MessageCatalog, MessageSlotProps, Part } from 'codeglot/vue';
import { h, nextTick, onMounted, onUnmounted, ref } from 'vue';
import Terms from '../src/Terms.vue';
import { catalogOf } from '../../../../tests/consumer/frameworks/catalog.js';

const catalog = catalogOf('en', 'de', 'ar');
type Slots = Record<string, (props: MessageSlotProps) => unknown>;

function html(node: () => unknown, locale = 'en', from: MessageCatalog = catalog): string {
  const page = { render: () => h('main', [node() as never]) };
  const { innerHTML } = mount(page, { global: { plugins: [createMessages({ catalog: from, locale })] } }).element;
  return innerHTML.replace(/<!--.*?-->/g, '').replaceAll('&nbsp;', '\u00a0');
}

const rich = (code: number, slots: Slots, args?: Args, from?: MessageCatalog): string =>
  html(() => h(Message as never, { code, args }, slots as never), 'en', from);

const tag = (name: string) => ({ children }: MessageSlotProps) => [h(name, [children])];

/** A catalog with one message, of these parts. */
const ofParts = (...parts: Part[]): MessageCatalog => ({
  message: () => 'text',
  resolve: () => ({ text: 'text', status: 'ok', direction: 'ltr', locale: 'en', parts }),
});

test('markup and arguments become what the slots are, in every locale and direction', () => {
  const [from, to] = ['\u2068', '\u2069'];
  const terms = (who: string) => () => h(Terms as never, { code: 3, who });
  assert.equal(
    html(terms('Zoë')),
    `<p lang="en" dir="ltr">${from}<em>Zoë</em>${to} accepts the <a href="/terms">terms of <strong>service</strong></a>.<br>Thanks!</p>`,
  );
  assert.equal(
    html(terms('Zoë'), 'de'),
    `<p lang="de" dir="ltr">${from}<em>Zoë</em>${to} nimmt die <a href="/terms">Bedingungen</a> an.<br>Danke!</p>`,
  );
  assert.equal(
    html(terms('زوي'), 'ar'),
    `<p lang="ar" dir="rtl">يوافق ${from}<em>زوي</em>${to} على <a href="/terms">الشروط</a>.</p>`,
  );
});

test('without slots, and with none that fits, the text is the text', () => {
  const args = { who: 'A', amount: 1234.5, due: new Date(0) };
  for (const code of [3, 4, 5]) {
    assert.equal(rich(code, {}, args), catalog.message(code, 'en', args));
    assert.equal(rich(code, { other: () => 'x' }, args), catalog.message(code, 'en', args));
  }
});

test('an argument is found by its name, else by its type, and brings its pieces', () => {
  const args = { who: 'A', amount: 1234.5, due: new Date(0) };
  const types = ({ part: { type, name, value } }: MessageSlotProps) => [h('i', `${type} ${name} ${value}`)];
  assert.equal(
    rich(4, { string: types, number: types, datetime: types, amount: tag('b') }, args),
    '\u2068<i>string who A</i>\u2069 owes <b>€1,234.50</b> by <i>datetime due Jan 1, 1970</i>',
  );
  const pieces = ({ part }: MessageSlotProps) => part.parts!.map(({ value }) => h('i', value));
  assert.match(rich(4, { amount: pieces }, args), / owes <i>€<\/i><i>1<\/i><i>,<\/i><i>234<\/i><i>\.<\/i><i>50<\/i> by /);
});

test('markup that is not balanced loses no text', () => {
  const slots = { a: tag('u'), b: tag('b'), c: tag('i'), x: tag('s') };
  assert.equal(rich(5, slots), 'one <u>two <b>three</b></u> four <i>five</i>');
  assert.equal(rich(5, { b: slots.b }), 'one two <b>three</b> four five');
});

test('what a message names is never one of JavaScript’s or Vue’s own names', () => {
  assert.equal(rich(6, {}, { constructor: 'd' } as never), 'abce\u2068d\u2069');
  assert.equal(html(() => h(Terms as never, { code: 6, who: 'd' })), '<p lang="en" dir="ltr">abc<strong>e</strong>\u2068{$constructor}\u2069</p>');
  const slots = { constructor: tag('b'), toString: () => [h('hr')] };
  assert.equal(rich(6, slots as never, { constructor: 'd' } as never), '<b>a</b><hr>bce\u2068<b>d</b>\u2069');
});

test('a part that is told in pieces alone has their text; empty markup is no trouble', () => {
  const number: Part = { type: 'number', name: 'n', parts: [{ type: 'integer', value: '1' }, { type: 'fraction', value: '5' }] };
  const slots = { b: tag('b'), n: tag('b') };
  const open: Part = { type: 'markup', kind: 'open', name: 'b' };
  const close: Part = { ...open, kind: 'close' };
  assert.equal(rich(1, slots, {}, ofParts(number)), '<b>15</b>');
  assert.equal(rich(1, slots, {}, ofParts()), '');
  assert.equal(rich(1, slots, {}, ofParts(open, close)), '<b></b>');
  assert.equal(rich(1, slots, {}, ofParts(open)), '<b></b>');
  assert.equal(rich(1, slots, {}, ofParts(close)), '');
});

test('what is in a markup stays mounted when its message is rendered again', async () => {
  const events: string[] = [];
  const Name = {
    setup() {
      onMounted(() => events.push('mounted'));
      onUnmounted(() => events.push('unmounted'));
      return () => 'name';
    },
  };
  const who = ref('A');
  const page = {
    render: () =>
      h('main', [h(Message as never, { code: 3, args: { who: who.value } }, { link: tag('a'), b: () => [h(Name)] } as never)]),
  };
  const { element } = mount(page, { global: { plugins: [createMessages({ catalog, locale: 'en' })] } });
  const link = element.querySelector('a');
  who.value = 'B';
  await nextTick();
  assert.match(element.textContent!, /^\u2068B\u2069 accepts the terms of name\.Thanks!$/);
  assert.equal(element.querySelector('a'), link);
  assert.deepEqual(events, ['mounted']);
});
