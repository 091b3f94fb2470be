// For the test alone: runs every vector in Hermes and prints what came of it, with times. The test writes vectors.js,
// packs.js and vector-runner.js beside this file.
import './bareHost';
import { message, loadLocale } from 'codeglot';
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import packs from './packs';
import { runSet } from './vector-runner';
import set from './vectors';

/** Nanoseconds a call. */
function timeOf(calls, call) {
  const start = Date.now();
  for (let count = 0; count < calls; count++) {
    call(count);
  }
  return Math.round(((Date.now() - start) * 1e6) / calls);
}

const start = Date.now();
const first = message(102, 'zh-Hans');
const startMilliseconds = Date.now() - start;
const result = runSet(set, { engine, formats, packs });
const times = {
  startMilliseconds,
  staticNanoseconds: timeOf(200000, () => message(102, 'zh-Hans')),
  pluralNanoseconds: timeOf(20000, (count) => message(135, 'en', { max: count })),
};
loadLocale('fr-BE').then((tag) => {
  console.log(JSON.stringify({ ...result, host: globalThis.bareHost, first, loaded: [tag, message(135, tag, { max: 12 })], times }));
});
