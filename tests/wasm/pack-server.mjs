// A server on the loopback interface that gives packs as a network does on a bad day. `behave` has, by path, what the next
// requests of it get, in order: a function (request, response); when none is left, the file. `asked` lists the paths.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from './package.mjs';

export async function servePacks(folder = packsFolder) {
  const asked = [];
  const behave = new Map();
  const sockets = new Set();
  const server = createServer((request, response) => {
    const path = request.url.slice(1);
    asked.push(path);
    const next = behave.get(path)?.shift();
    if (next) {
      next(request, response);
    } else {
      send(response, readFileSync(join(folder, path)));
    }
  });
  server.on('connection', (socket) => sockets.add(socket) && socket.on('close', () => sockets.delete(socket)));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    asked,
    behave,
    /** Connections that are open for a request. */
    busy: () => [...sockets].filter((socket) => socket._httpMessage).length,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

const send = (response, bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes);

export const status =
  (code, headers = {}) =>
  (_, response) =>
    response.writeHead(code, headers).end('no');
export const bytes = (body) => (_, response) => send(response, body);
/** Without a Content-Length, in pieces that come one after the other. */
export const chunked = (pieces) => async (_, response) => {
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((done) => setTimeout(done, 5));
  }
  response.end();
};
/** The connection is cut before the headers, or after some of the bytes that were promised. */
export const cut = (request) => request.socket.destroy();
export const cutAfter = (body, count) => (_, response) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, count), () => setTimeout(() => response.socket.destroy(), 10));
};
/** The beginning, and then nothing for ever. */
export const stall = (body, count) => (_, response) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, count));
};
/** Waits until it is let go. */
export function held(body) {
  const gate = {};
  gate.opened = new Promise((open) => (gate.open = open));
  gate.asked = new Promise((ask) => (gate.ask = ask));
  return Object.assign(async (request, response) => {
    gate.ask();
    request.socket.on('close', () => (gate.closed = true));
    await gate.opened;
    send(response, body);
  }, { gate });
}
