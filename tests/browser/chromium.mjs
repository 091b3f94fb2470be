// The machine's Chromium, headless: `executablePath`, what tests are given where there is none, and a page in a launched browser.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../wasm/package.mjs';

const { chromium } = createRequire(join(projectFolder, 'wasm/package.json'))('playwright-core');

export const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
export const options = executablePath ? {} : { skip: 'not run: there is no Chromium on this machine' };

// As root there is no sandbox to be had; the rest keeps the browser from looking for its maker.
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** A browser with one page open; `complaints`: what the page reports as errors from then on. */
export async function open(url) {
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { browser, page, complaints };
}
