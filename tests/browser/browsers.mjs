// Chromium and Firefox as the machine has them, headless, by one interface (puppeteer-core; Firefox over WebDriver BiDi).
// Where one is missing, its tests are not run, and say so.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../wasm/package.mjs';

const require = createRequire(join(projectFolder, 'wasm/package.json'));

// As root there is no sandbox to be had; the rest keeps the browser from looking for its maker.
const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const firefoxSettings = { 'browser.chrome.site_icons': false, 'app.normandy.enabled': false, 'browser.safebrowsing.downloads.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false };

const known = [
  {
    name: 'Chromium',
    paths: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'],
    settings: { browser: 'chrome', args: chromiumArguments },
  },
  {
    name: 'Firefox',
    paths: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
    settings: { browser: 'firefox', extraPrefsFirefox: firefoxSettings },
  },
];

/** Each browser: its name, `options` of a test that needs it, `launch()`. */
export const browsers = known.map(({ name, paths, settings }) => {
  const executablePath = paths.find((path) => path && existsSync(path));
  return {
    name,
    options: executablePath ? {} : { skip: `not run: there is no ${name} on this machine` },
    launch: async () => {
      const { default: puppeteer } = await import(require.resolve('puppeteer-core'));
      return puppeteer.launch({ ...settings, executablePath, headless: true, protocolTimeout: 600_000 });
    },
  };
});
