// codeglot/vue on a server, and a page that takes over its HTML: the same, node for node, and nothing to complain of.
import './setup.js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createMessages } from 'codeglot/vue';
import type { MessageCatalog } from 'codeglot/vue';
import { createSSRApp } from 'vue';
import ServedPage from './ServedPage.vue';
import { catalogOf, loadable, pack, settled } from '../../../../tests/consumer/frameworks/catalog.js';

interface Rendered {
  readonly html: string;
  readonly requests: number;
  readonly listeners: number;
}

/** What a server makes of the page: a process of its own, without a page. */
function served(options: { tags: string[]; locale: string; streamed?: boolean }): Rendered {
  const server = fileURLToPath(new URL('serve.js', import.meta.url));
  const { NODE_OPTIONS: _, ...env } = process.env;
  return JSON.parse(execFileSync(process.execPath, [server, JSON.stringify(options)], { encoding: 'utf8', env }));
}

/** Puts a server's HTML into the page and has Vue take it over. */
function takeOver(html: string, catalog: MessageCatalog, locale: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  const nodes = () => [...root.querySelectorAll('*')];
  const before = nodes();
  const app = createSSRApp(ServedPage).use(createMessages({ catalog, locale }));
  app.mount(root);
  return { root, before, nodes, main: root.querySelector('main')!, leave: () => (app.unmount(), root.remove()) };
}

test('a server loads nothing, listens to nothing, and shows what is loaded', () => {
  for (const streamed of [false, true]) {
    const { html, requests, listeners } = served({ tags: ['en', 'ar'], locale: 'ar', streamed });
    assert.match(html, /<p lang="ar" dir="rtl"><!--\[-->لا شيء هنا<!--\]--><\/p>|<p lang="ar" dir="rtl">لا شيء هنا<\/p>/);
    assert.deepEqual([requests, listeners], [0, 0]);
  }
});

test('the page takes the HTML over as it is, and switches later', async () => {
  for (const locale of ['en', 'de', 'ar']) {
    for (const streamed of [false, true]) {
      const { html } = served({ tags: ['en', locale], locale, streamed });
      const catalog = loadable('en', locale);
      const { before, nodes, main, leave } = takeOver(html, catalog, locale);
      const text = main.textContent;
      assert.deepEqual(complaints(), []);
      assert.deepEqual(nodes(), before);
      catalog.requests[0]!.finish();
      await settled();
      assert.equal(main.textContent, text, 'nothing but the load has changed');
      const select = main.querySelector('select')!;
      assert.equal(select.value, locale);
      select.value = 'de';
      select.dispatchEvent(new Event('change'));
      catalog.requests.at(-1)!.finish();
      await settled();
      assert.deepEqual([main.title, main.querySelector('p:last-of-type')!.textContent], ['Hier ist nichts', 'Hier ist nichts']);
      assert.match(main.textContent!, /^de: Willkommen, Zoë!, then \u2068A\u2069 nimmt die Bedingungen an\.Danke! ?Willkommen, /);
      assert.deepEqual(nodes().slice(0, 3), before.slice(0, 3));
      leave();
      assert.equal(catalog.listeners.size, 0);
    }
  }
});

test('a page that lacks the server’s locale says so: the locale has to be loaded before', () => {
  const { html } = served({ tags: ['en', 'de'], locale: 'de' });
  const { leave } = takeOver(html, catalogOf('en'), 'de');
  assert.match(complaints().join('\n'), /Hydration/);
  leave();
});

test('a pack that was replaced is seen by a page that was taken over', async () => {
  const { html } = served({ tags: ['en'], locale: 'en' });
  const catalog = loadable('en');
  const { main, leave } = takeOver(html, catalog, 'en');
  catalog.requests[0]!.finish();
  await settled();
  const german = catalogOf('de');
  catalog.resolve = ((code: number) => german.resolve(code, 'de')) as never;
  catalog.replace(pack('en'));
  await settled();
  assert.match(main.textContent!, /nimmt die/);
  leave();
});
