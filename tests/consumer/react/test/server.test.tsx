// codeglot/react on a server, and a page that takes over its HTML: the same, node for node, and nothing to complain of.
import './setup.js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { act } from '@testing-library/react';
import { Message } from 'codeglot/react';
import { Suspense, lazy } from 'react';
import type { ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { catalogOf, loadable, pack, settled } from '../../../../tests/consumer/frameworks/catalog.js';
import { app, setLocale } from './ServedPage.js';

interface Rendered {
  readonly html: string;
  readonly requests: number;
  readonly listeners: number;
}

/** What a server makes of the page: a process of its own, without a page. */
function served(options: { tags: string[]; locale: string; streamed?: boolean; boundary?: boolean }): Rendered {
  const server = fileURLToPath(new URL('serve.js', import.meta.url));
  const { NODE_OPTIONS: _, ...env } = process.env;
  return JSON.parse(execFileSync(process.execPath, [server, JSON.stringify(options)], { encoding: 'utf8', env }));
}

/** Puts a server's HTML into the page and has React take it over. */
async function takeOver(html: string, element: ReactElement) {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  const before = [...root.querySelectorAll('*')];
  const problems: unknown[] = [];
  const client = await act(async () => hydrateRoot(root, element, { onRecoverableError: (error) => problems.push(error) }));
  assert.deepEqual([problems, complaints()], [[], []]);
  return { root, before, leave: () => act(() => (client.unmount(), root.remove())) };
}

test('a server loads nothing, listens to nothing, and shows what is loaded', async () => {
  for (const streamed of [false, true]) {
    const { html, requests, listeners } = served({ tags: ['en', 'ar'], locale: 'ar', streamed });
    assert.match(html, /<p lang="ar" dir="rtl">لا شيء هنا<\/p>/);
    assert.deepEqual([requests, listeners], [0, 0]);
  }
});

test('the page takes the HTML over as it is, and switches later', async () => {
  for (const locale of ['en', 'de', 'ar']) {
    for (const streamed of [false, true]) {
      const { html } = served({ tags: ['en', locale], locale, streamed });
      const catalog = loadable('en', locale);
      const { root, before, leave } = await takeOver(html, app(catalog, locale));
      assert.deepEqual([...root.querySelectorAll('*')], before);
      assert.equal(root.querySelector('main')!.dataset['loading'], 'true');
      await act(async () => (catalog.requests[0]!.finish(), settled()));
      assert.equal(root.innerHTML, html.replaceAll('<br/>', '<br>'), 'nothing but the load has changed');
      await act(async () => {
        void setLocale('de');
        catalog.requests.at(-1)!.finish();
        await settled();
      });
      assert.equal(root.querySelector('main')!.title, 'Hier ist nichts');
      leave();
      assert.equal(catalog.listeners.size, 0);
    }
  }
});

test('a page that lacks the server’s locale says so: the locale has to be loaded before', async () => {
  const { html } = served({ tags: ['en', 'de'], locale: 'de' });
  await assert.rejects(takeOver(html, app(catalogOf('en'), 'de')), /Hydration failed|did not match/);
});

test('a boundary that is taken over after a switch still begins with what the server showed', async () => {
  const { html } = served({ tags: ['en'], locale: 'en', streamed: true, boundary: true });
  const catalog = loadable('en', 'de');
  let arrive!: (module: { default: typeof Message }) => void;
  const Late = lazy(() => new Promise<{ default: typeof Message }>((resolve) => (arrive = resolve)));
  const { root, leave } = await takeOver(html, app(catalog, 'en', <Suspense><Late code={2} as="i" /></Suspense>));
  const late = root.querySelector('i')!;
  await act(async () => {
    void setLocale('de');
    catalog.requests.at(-1)!.finish();
    await settled();
  });
  assert.deepEqual([root.querySelector('main')!.title, late.textContent], ['Hier ist nichts', 'Nothing here']);
  await act(async () => (arrive({ default: Message }), settled()));
  assert.deepEqual(complaints(), []);
  assert.equal(root.querySelector('i'), late, 'not rendered anew');
  assert.equal(late.textContent, 'Hier ist nichts');
  leave();
});

test('a pack that was replaced is seen by a page that was taken over', async () => {
  const { html } = served({ tags: ['en'], locale: 'en' });
  const catalog = loadable('en');
  const { root, leave } = await takeOver(html, app(catalog, 'en'));
  await act(async () => (catalog.requests[0]!.finish(), settled()));
  const german = catalogOf('de');
  catalog.resolve = ((code: number) => german.resolve(code, 'de')) as never;
  act(() => catalog.replace(pack('en')));
  assert.equal(root.querySelector('p')!.outerHTML.includes('nimmt die'), true);
  leave();
});
