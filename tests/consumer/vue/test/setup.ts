// What every test of components does: it ends with an empty page, and Vue has complained of nothing.
/// <reference path="../../../../tests/consumer/frameworks/dom.ts" />
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { enableAutoUnmount } from '@vue/test-utils';

enableAutoUnmount(afterEach);
afterEach(() => assert.deepEqual(complaints(), [], 'what Vue complains of'));
