// A server of the tests' page: renders it once, as its one argument says, and prints the HTML and what became of the catalog.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Message } from 'codeglot/react';
import { Suspense } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { loadable } from '../../../../tests/consumer/frameworks/catalog.js';
import { app } from './ServedPage.js';

const { tags, locale, streamed, boundary } = JSON.parse(process.argv[2]!);
const catalog = loadable(...tags);
const page = app(catalog, locale, boundary && <Suspense><Message code={2} as="i" /></Suspense>);
const html = streamed ? await text(renderToPipeableStream(page).pipe(new PassThrough())) : renderToString(page);
console.log(JSON.stringify({ html, requests: catalog.requests.length, listeners: catalog.listeners.size }));
