// Messages in Bun: nothing to set up.
import { loadLocale, message } from 'codeglot';

console.log(message(102, 'zh-Hans'));
await loadLocale('fr-BE');
console.log(message(135, 'fr-BE', { max: 12 }));
