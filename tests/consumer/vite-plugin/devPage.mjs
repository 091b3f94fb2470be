// Vite's dev server on a copy of the application, with a page open in Chromium. `edit` changes an authoring file as an editor
// does; `shows` waits for a text. Close it when done.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { open } from '../../../tests/browser/chromium.mjs';
import { application } from './project.mjs';

/** A server whose output is kept. `prepare` changes the copy before the server starts. */
export async function startServer({ prepare } = {}) {
  const folder = application();
  const file = (name) => join(folder, 'locales', name);
  const edit = (name, from, to) => {
    const text = readFileSync(file(name), 'utf8');
    assert.ok(text.includes(from), `${name} has ${from}`);
    writeFileSync(file(name), text.replace(from, () => to));
  };
  prepare?.({ edit, file });
  const output = [];
  const note = (line) => output.push(line);
  const noteOnce = (line) => output.includes(line) || note(line);
  const server = await createServer({
    root: folder,
    server: { host: '127.0.0.1', port: 0 },
    customLogger: { info: note, warn: note, warnOnce: noteOnce, error: note, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false },
  });
  await server.listen();
  const log = () => output.join('\n');
  return { folder, file, edit, server, log, url: `http://127.0.0.1:${server.httpServer.address().port}/` };
}

export async function openPage(url) {
  const { browser, page } = await open('about:blank');
  const counted = { loads: 0 };
  page.on('load', () => counted.loads++);
  await page.goto(url);
  const shows = (id, text) =>
    page.waitForFunction(([id, text]) => document.getElementById(id)?.textContent === text, [id, text], { timeout: 10000 });
  /** Waits for the overlay, and gives its text. */
  const overlay = async () => {
    await page.waitForSelector('vite-error-overlay', { state: 'attached' });
    return page.evaluate(() => document.querySelector('vite-error-overlay').shadowRoot.querySelector('.window').textContent);
  };
  const noOverlay = () => page.waitForSelector('vite-error-overlay', { state: 'detached' });
  return { browser, page, counted, shows, overlay, noOverlay };
}
