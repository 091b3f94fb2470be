// One message from intl-messageformat, which parses patterns at run time.
import { IntlMessageFormat } from 'intl-messageformat';

const pattern = '{max, plural, one{You can add at most # family member.} other{You can add at most # family members.}}';

export const text = new IntlMessageFormat(pattern, 'en').format({ max: 8 });
