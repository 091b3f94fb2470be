// The example application, with the catalog that is built into the package: its user picks another language.
import './setup.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { message } from 'codeglot';
import { Codes } from 'codeglot/codes';
import { App } from '../src/App.js';

test('another language is loaded and shown without a reload', async () => {
  render(<App locale="en" code={Codes.AuthFailed} />);
  const alert = screen.getByRole('alert');
  assert.equal(alert.outerHTML, '<p lang="en" dir="ltr" role="alert">Access denied.</p>');
  const picker = screen.getByLabelText<HTMLSelectElement>('Language');
  await waitFor(() => assert.equal(picker.disabled, false));
  for (const [tag, direction] of [['fr', 'ltr'], ['ar', 'rtl'], ['zh-Hans', 'ltr'], ['en', 'ltr']] as const) {
    fireEvent.change(picker, { target: { value: tag } });
    await waitFor(() => assert.equal(picker.value, tag));
    assert.deepEqual([alert.lang, alert.dir, alert.textContent], [tag, direction, message(Codes.AuthFailed, tag)]);
    screen.getByPlaceholderText(message(Codes.TooManyRoles, tag, { max: 8 }));
  }
  assert.equal(screen.getByRole('alert'), alert);
});
