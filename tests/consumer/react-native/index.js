// What an application does with messages.js, without its screens.
import { messageOf } from './messages';

console.log(messageOf(102, 'zh-Hans'));
console.log(messageOf(135, 'fr-BE', { max: 12 }));
