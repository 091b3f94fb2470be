// A server of the tests' page: renders it once, as its one argument says, and prints the HTML and what became of the catalog.
import { text } from 'node:stream/consumers';
import { renderToNodeStream, renderToString } from '@vue/server-renderer';
import { createMessages } from 'codeglot/vue';
import { createSSRApp } from 'vue';
import ServedPage from './ServedPage.vue';
import { loadable } from '../../../../tests/consumer/frameworks/catalog.js';

const { tags, locale, streamed } = JSON.parse(process.argv[2]!);
const catalog = loadable(...tags);
const app = createSSRApp(ServedPage).use(createMessages({ catalog, locale }));
const html = streamed ? await text(renderToNodeStream(app)) : await renderToString(app);
console.log(JSON.stringify({ html, requests: catalog.requests.length, listeners: catalog.listeners.size }));
