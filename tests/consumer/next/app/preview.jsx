'use client';
// A pattern that is written at run time. ICU is fetched at the first one, and with it what `codeglot data` has written.
import { useState } from 'react';

let loading;

async function load() {
  const { loadIcu } = await import('codeglot/icu');
  return loadIcu({ data: ['root', 'de'].map((name) => new URL(`/data/${name}.cgdata`, location.href)) });
}

export function Preview() {
  const [pattern, setPattern] = useState('');
  const [text, setText] = useState('');
  async function show() {
    const icu = await (loading ??= load());
    setText(icu.format(pattern, 'de', { n: 1234.5, d: new Date(1637685775123) }));
  }
  return (
    <>
      <input id="pattern" value={pattern} onChange={({ target }) => setPattern(target.value)} />
      <button onClick={show}>Preview</button>
      <p id="preview">{text}</p>
    </>
  );
}
