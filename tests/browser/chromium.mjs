// The machine's Chromium, headless: `executablePath`, what tests are given where there is none, and a launched browser.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../wasm/package.mjs';

const { chromium } = createRequire(join(projectFolder, 'wasm/package.json'))('playwright-core');

export const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
export const options = executablePath ? {} : { skip: 'not run: there is no Chromium on this machine' };

// As root there is no sandbox to be had; the rest keeps the browser from looking for its maker.
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export const launch = () => chromium.launch({ executablePath, args });
