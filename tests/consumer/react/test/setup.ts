// What every test of components does: it ends with an empty page, and React has complained of nothing.
/// <reference path="../../../../tests/consumer/frameworks/dom.ts" />
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { cleanup } from '@testing-library/react';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => {
  cleanup();
  assert.deepEqual(complaints(), [], 'what React complains of');
});
