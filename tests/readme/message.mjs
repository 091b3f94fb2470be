import { loadLocale, message, resolve, resolveResponse } from 'codeglot';

console.log(message(102, 'zh-Hans')); // => 用户帐号不存在(登录)
console.log(message(135, 'en', { max: 3 })); // => You can add at most 3 family members.

const { text, status } = resolve(999, 'en');
console.log(text, status); // => Unknown code 999 unknown-code

const refused = resolveResponse({ status: 403, body: '{"code":403}' }, 'en');
console.log(refused.text, refused.code); // => Access denied. 3

// English and Simplified Chinese are built in; any other locale is loaded once.
console.log(await loadLocale('fr-BE')); // => fr
console.log(message(135, 'fr-BE')); // => Vous pouvez ajouter au maximum 8 membres de la famille.
