// One message from messageformat 4, which parses MessageFormat 2 at run time.
import { MessageFormat } from 'messageformat';

const source = `.input {$max :number}
.match $max
one {{You can add at most {$max} family member.}}
* {{You can add at most {$max} family members.}}`;

export const text = new MessageFormat('en', source).format({ max: 8 });
