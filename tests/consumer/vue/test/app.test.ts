// The example application, with the catalog that is built into the package: its user picks another language.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from 'codeglot';
import { Codes } from 'codeglot/codes';
import { start } from '../src/main.js';
import { settled } from '../../../../tests/consumer/frameworks/catalog.js';

async function until(condition: () => boolean): Promise<void> {
  for (let attempts = 0; attempts < 500 && !condition(); attempts++) {
    await settled();
  }
  assert.ok(condition());
}

test('another language is loaded and shown without a reload', async () => {
  const root = document.createElement('div');
  document.body.append(root);
  const app = start('en', Codes.AuthFailed);
  app.mount(root);
  const alert = root.querySelector<HTMLElement>('[role=alert]')!;
  const [picker, input] = [root.querySelector('select')!, root.querySelector('input')!];
  assert.equal(alert.outerHTML, '<p lang="en" dir="ltr" role="alert">Access denied.</p>');
  for (const [tag, direction] of [['fr', 'ltr'], ['ar', 'rtl'], ['zh-Hans', 'ltr'], ['en', 'ltr']] as const) {
    picker.value = tag;
    picker.dispatchEvent(new Event('change'));
    await until(() => alert.lang === tag);
    assert.deepEqual([alert.dir, alert.textContent, picker.value], [direction, message(Codes.AuthFailed, tag), tag]);
    assert.equal(input.placeholder, message(Codes.TooManyRoles, tag, { max: 8 }));
  }
  assert.equal(root.querySelector('[role=alert]'), alert);
  app.unmount();
  root.remove();
});
