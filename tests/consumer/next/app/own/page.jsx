'use client';
// Packs of your own choice: nothing of the built-in catalog is in this page.
import { createCatalog } from 'codeglot/engine';
import { useEffect, useState } from 'react';

export default function Own() {
  const [text, setText] = useState('');
  useEffect(() => {
    import('codeglot/locales/fr').then(({ default: french }) => {
      setText(createCatalog({ packs: [french] }).message(135, 'fr', { max: 8 }));
    });
  }, []);
  return <p id="message">{text}</p>;
}
