// Holds the product's sizes to the limits that budget.json enforces. Needs no other library than wasm/'s esbuild. Prints
// a line a size, then the counts; exit status 1 where a size is over its limit or cannot be had.
import { budget, bytes } from './report.mjs';
import { icuSizesBytes, ourSizesBytes } from './sizes.mjs';

let checked = 0;
let failed = 0;

function check(name, sizeBytes, limitBytes) {
  // A size without a limit is over it.
  const over = !(sizeBytes <= limitBytes);
  checked++;
  failed += over;
  const size = `${bytes(sizeBytes).padStart(6)} B of ${bytes(limitBytes)} B`;
  console.log(
    over
      ? `FAIL  ${name.padEnd(18)}${size}, over by ${bytes(sizeBytes - limitBytes)} B`
      : `ok    ${name.padEnd(18)}${size}`,
  );
}

try {
  const { packBrotliBytes, icuEngineBrotliBytes, icuDataBrotliBytes } = budget.enforced;
  const { entries, packs } = await ourSizesBytes();
  for (const [name, size] of Object.entries(entries)) {
    check(`codeglot/${name}`, size, budget.enforced[`${name}BrotliBytes`]);
  }
  for (const { tag, pack } of packs) {
    check(`${tag}.cgpk`, pack, packBrotliBytes);
  }
  const icu = icuSizesBytes(packs.map(({ tag }) => tag));
  check('codeglot-icu.wasm', icu.engine, icuEngineBrotliBytes);
  for (const { tag, data } of icu.locales) {
    check(`${tag}.cgdata`, data, icuDataBrotliBytes);
  }
  console.log(`      ${'root.cgdata'.padEnd(18)}${bytes(icu.root).padStart(6)} B, which all locales share`);
  console.log(`sizes: ${checked - failed} passed, ${failed} failed`);
} catch (error) {
  console.error(error.message);
  console.log('sizes: 0 passed, 1 failed');
  failed = 1;
}
process.exitCode = failed ? 1 : 0;
