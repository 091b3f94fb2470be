// The same from CommonJS: Node 20.19 and later, and 22.12 and later, require modules of ECMAScript.
const { loadLocale, message } = require('codeglot');

console.log(message(102, 'zh-Hans'));
loadLocale('fr-BE').then(() => console.log(message(135, 'fr-BE', { max: 12 })));
