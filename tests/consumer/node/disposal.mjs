// A catalog for a while: `using` disposes of it at the end of the block.
import { createCatalog } from 'codeglot/engine';
import chinese from 'codeglot/locales/zh-Hans';

let kept;
{
  using catalog = createCatalog({ packs: [chinese] });
  console.log(catalog.message(102, 'zh-Hans'));
  kept = catalog;
}
try {
  kept.message(102, 'zh-Hans');
} catch (error) {
  console.log(error.message);
}
