import { readFileSync } from 'node:fs';
import { createCatalog } from 'codeglot/engine';

const catalog = createCatalog({ packs: [readFileSync('packs/ja.cgpk')] });
console.log(catalog.message(135, 'ja-JP', { max: 3 })); // => 家族メンバーは3人までしか追加できません。
console.log(catalog.parameters(135, 'ja')); // => [ { name: 'max', type: 'number', default: '8' } ]
