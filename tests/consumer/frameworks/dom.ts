// A page for tests that run in Node, and what the framework complains of there. Node loads it before the tests (--import),
// because frameworks look for a page when they are loaded.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true, url: 'http://localhost/' });
const names = ['document', 'navigator', 'Node', 'Text', 'Element', 'HTMLElement', 'SVGElement', 'HTMLIFrameElement', 'MutationObserver', 'Event', 'MouseEvent', 'ShadowRoot', 'Comment', 'DocumentFragment', 'getComputedStyle', 'MathMLElement'];
for (const [name, value] of [['window', window], ...names.map((name) => [name, window[name]])] as [string, unknown][]) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

const kept: string[] = [];
for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => void kept.push(words.map(String).join(' '));
}
Object.assign(globalThis, { complaints: () => kept.splice(0) });

declare global {
  /** What was written to console.error and console.warn since the last call. */
  function complaints(): string[];
}
