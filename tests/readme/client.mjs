import { createLoader, createServices, negotiate } from 'codeglot/client';
import { createCatalog } from 'codeglot/engine';
import manifest from 'codeglot/manifest';

console.log(negotiate('fr-CH, fr;q=0.9, en;q=0.8', manifest)); // => fr
console.log(negotiate(['zh-TW', 'en'], manifest)); // => zh-Hant

// Your own packs: { catalog, manifest: '/packs/manifest.json', cache: 'packs' }
const loader = createLoader({ catalog: createCatalog(), manifest });
console.log(await loader.load('ja-JP')); // => ja
const { message } = loader.catalog;
console.log(message(135, 'ja-JP', { max: 3 })); // => 家族メンバーは3人までしか追加できません。

const services = createServices({ accounts: loader.catalog });
console.log(services.message('accounts', 135, 'ja', { max: 3 })); // => 家族メンバーは3人までしか追加できません。
console.log(services.resolve('orders', 135, 'ja').status); // => unknown-service
