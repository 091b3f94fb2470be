// One message from @lingui/core with its compiler, for catalogs that are not compiled when a page is built.
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const pattern = '{max, plural, one{You can add at most # family member.} other{You can add at most # family members.}}';
const i18n = setupI18n({ locale: 'en', messages: { en: { members: compileMessage(pattern) } } });

export const text = i18n._('members', { max: 8 });
