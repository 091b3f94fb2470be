// For the test alone, and its first import: takes from Hermes what a Hermes without it lacks.
for (const name of ['WebAssembly', 'Intl', 'TextDecoder', 'TextEncoder']) {
  delete globalThis[name];
}
globalThis.bareHost = [typeof WebAssembly, typeof Intl, typeof TextDecoder, typeof TextEncoder];
