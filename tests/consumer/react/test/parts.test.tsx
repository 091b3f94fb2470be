// codeglot/react: markup and arguments as elements, and what becomes of markup that a translator got wrong.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@testing-library/react';
import { Message, MessageProvider } from 'codeglot/react';
import type { Args, MessageCatalog, Part, RenderPart } from 'codeglot/react';
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { Terms } from '../src/Terms.js';
import { catalogOf } from '../../../../tests/consumer/frameworks/catalog.js';

const catalog = catalogOf('en', 'de', 'ar');

const html = (children: ReactNode, locale = 'en', from: MessageCatalog = catalog): string =>
  render(
    <StrictMode>
      <MessageProvider catalog={from} locale={locale}>
        {children}
      </MessageProvider>
    </StrictMode>,
  ).container.innerHTML.replaceAll('&nbsp;', '\u00a0');

const rich = (code: number, components: Record<string, RenderPart>, args?: Args, locale?: string): string =>
  html(<Message code={code} args={args} components={components} />, locale);

/** A catalog with one message, of these parts. */
const ofParts = (...parts: Part[]): MessageCatalog => ({
  message: () => 'text',
  resolve: () => ({ text: 'text', status: 'ok', direction: 'ltr', locale: 'en', parts }),
});
const [open, close] = (['open', 'close'] as const).map((kind) => (name: string): Part => ({ type: 'markup', kind, name }));
const text = (value: string): Part => ({ type: 'text', value });

test('markup and arguments become elements, in every locale and direction', () => {
  const [from, to] = ['\u2068', '\u2069'];
  assert.equal(
    html(<Terms code={3} who="Zoë" />),
    `<p lang="en" dir="ltr">${from}<em>Zoë</em>${to} accepts the <a href="/terms">terms of <strong>service</strong></a>.<br>Thanks!</p>`,
  );
  assert.equal(
    html(<Terms code={3} who="Zoë" />, 'de'),
    `<p lang="de" dir="ltr">${from}<em>Zoë</em>${to} nimmt die <a href="/terms">Bedingungen</a> an.<br>Danke!</p>`,
  );
  assert.equal(
    html(<Terms code={3} who="زوي" />, 'ar'),
    `<p lang="ar" dir="rtl">يوافق ${from}<em>زوي</em>${to} على <a href="/terms">الشروط</a>.</p>`,
  );
});

test('without components, and with none that fits, the text is the text, in one node', () => {
  const args = { who: 'A', amount: 1234.5, due: new Date(0) };
  for (const components of [undefined, {}, { other: () => 'x' }]) {
    for (const code of [3, 4, 5]) {
      const { container } = render(
        <MessageProvider catalog={catalog} locale="en">
          <Message code={code} args={args} components={components} />
        </MessageProvider>,
      );
      assert.equal(container.textContent, catalog.message(code, 'en', args));
      assert.equal(container.childNodes.length, 1);
    }
  }
});

test('an argument is found by its name, else by its type, and brings its pieces', () => {
  const args = { who: 'A', amount: 1234.5, due: new Date(0) };
  const types: RenderPart = (children, { type, name }) => <i>{`${type} ${name} ${children}`}</i>;
  assert.equal(
    rich(4, { string: types, number: types, datetime: types, amount: (children) => <b>{children}</b> }, args),
    '\u2068<i>string who A</i>\u2069 owes <b>€1,234.50</b> by <i>datetime due Jan 1, 1970</i>',
  );
  const pieces: RenderPart = (_, { parts }) => parts!.map(({ type, value }) => <i key={type + value}>{value}</i>);
  assert.match(rich(4, { amount: pieces }, args), / owes <i>€<\/i><i>1<\/i><i>,<\/i><i>234<\/i><i>\.<\/i><i>50<\/i> by /);
});

test('markup that is not balanced loses no text', () => {
  const wrap = (name: string): RenderPart => (children) => <span id={name}>{children}</span>;
  const components = { a: wrap('a'), b: wrap('b'), c: wrap('c'), x: wrap('x') };
  assert.equal(
    rich(5, components),
    'one <span id="a">two <span id="b">three</span></span> four <span id="c">five</span>',
  );
  assert.equal(rich(5, { b: components.b }), 'one two <span id="b">three</span> four five');
});

test('what a message names is never one of JavaScript’s own names', () => {
  assert.equal(rich(6, {}, { constructor: 'd' } as never), 'abce\u2068d\u2069');
  assert.equal(rich(6, { toString: () => <hr />, constructor: (children) => <b>{children}</b> }, { constructor: 'd' } as never),
    '<b>a</b><hr>bce\u2068<b>d</b>\u2069');
});

test('a component may give a text, several nodes, or nothing', () => {
  const components: Record<string, RenderPart> = {
    link: (children) => [<i key="1">{children}</i>, '!'],
    b: () => undefined,
    br: () => null,
    who: () => 'B',
  };
  assert.equal(rich(3, components, { who: 'A' }), '\u2068B\u2069 accepts the <i>terms of </i>!.Thanks!');
});

test('a part that is told in pieces alone has their text; deep markup and empty markup are no trouble', () => {
  const number: Part = { type: 'number', name: 'n', parts: [{ type: 'integer', value: '1' }, { type: 'fraction', value: '5' }] };
  const b: RenderPart = (children) => <b>{children}</b>;
  const shown = (...parts: Part[]) => html(<Message code={1} components={{ b, n: b }} />, 'en', ofParts(...parts));
  assert.equal(shown(number), '<b>15</b>');
  assert.equal(shown(), '');
  assert.equal(shown(open!('b'), close!('b')), '<b></b>');
  assert.equal(shown(open!('b')), '<b></b>');
  assert.equal(shown(close!('b')), '');
  const depth = 200;
  const deep = [...Array(depth).fill(open!('b')), text('x'), ...Array(depth).fill(close!('b'))] as Part[];
  assert.equal(shown(...deep), `${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}`);
});
