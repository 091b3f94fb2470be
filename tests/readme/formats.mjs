import { readFileSync } from 'node:fs';
import { createCatalog } from 'codeglot/formats';

const catalog = createCatalog({ packs: [readFileSync('orders/en.cgpk')] });
const args = { amount: 1234.5, due: new Date('2021-11-23') }; // or { date: ms, zone: '+05:30' }
const { text, status, parts } = catalog.resolve(1, 'en', args);
console.log(text); // => Pay €1,234.50 by November 23, 2021.
console.log(status, parts.map(({ type }) => type).join()); // => ok text,number,text,datetime,text
console.log(parts[1].parts[0]); // => { type: 'currency', value: '€' }
