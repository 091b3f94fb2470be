import { message } from 'codeglot';
import { Codes } from 'codeglot/codes';

console.log(message(Codes.TooManyRoles, 'en', { max: 3 })); // => You can add at most 3 family members.
// @ts-expect-error: this message has no argument "mx"
message(Codes.TooManyRoles, 'en', { mx: 3 });
