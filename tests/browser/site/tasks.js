// For the tests alone: what a page or a worker is told to do. `runTask` never rejects: it gives the value or the error, and
// what the content security policy had against it.
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import { loadIcu } from 'codeglot/icu';
import { message } from 'codeglot';
import * as scriptEngine from 'codeglot/js/engine';
import * as scriptFormats from 'codeglot/js/formats';
import { callMessages, cycleCatalogs, watchInstances } from '../../wasm/memory-load.mjs';
import { runSet } from '../../wasm/vector-runner.mjs';
import packs from './packs.js';

const violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));

const vectorsOn = async (engine, formats) => runSet(await (await fetch('/vectors.json')).json(), { engine, formats, packs });

/** What a worker answers to one message. */
const asked = (url, type, question) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(url, { type });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });

/** The builds whose memory is watched, and what a test keeps between two tasks. */
const builds = { engine, script: scriptEngine };
let instances;
let catalog;

const tasks = {
  message,
  vectors: () => vectorsOn(engine, formats),
  scriptVectors: () => vectorsOn(scriptEngine, scriptFormats),
  engineMessage: () => engine.createCatalog({ packs }).message(102, 'zh-Hans'),
  formatsMessage: () => formats.createCatalog({ packs }).message(102, 'zh-Hans'),
  async icuMessage() {
    const icu = await loadIcu({ data: [new URL('/data/root.cgdata', location.href), new URL('/data/de.cgdata', location.href)] });
    return icu.format('{n, number}', 'de', { n: 1234.5 });
  },
  evaluate: () => new Function('return 1')(),
  asked,
  watch: () => void (instances = watchInstances()),
  instances: () => instances.measure(),
  keep: (build) => void (catalog = builds[build].createCatalog({ packs })),
  call: (count) => callMessages(catalog, count),
  cycle: (build, count, ending) => cycleCatalogs(builds[build].createCatalog, packs.slice(0, 4), count, ending),
  async serviceWorker(url, type) {
    const active = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    await navigator.serviceWorker.register(url, { type, scope: '/' });
    await active;
    return navigator.serviceWorker.controller.scriptURL;
  },
  async noServiceWorker() {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return Promise.all(registrations.map((registration) => registration.unregister()));
  },
  post: async (path, given) => (await fetch(path, { method: 'POST', body: JSON.stringify(given) })).text(),
};

const nextTask = (delayMilliseconds) => new Promise((resolve) => setTimeout(resolve, delayMilliseconds));

export async function runTask(name, ...given) {
  // In a task of the page's own: what a debugger calls may evaluate text whatever the policy says.
  await nextTask(0);
  const answer = {};
  try {
    answer.value = await tasks[name](...given);
  } catch (error) {
    answer.error = String(error);
  }
  // The events of violations come after what violates.
  await nextTask(50);
  return { ...answer, violations };
}
