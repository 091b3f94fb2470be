// One message from i18next, which picks a plural form by its key's suffix.
import { createInstance } from 'i18next';

const i18n = createInstance({
  lng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {
    en: {
      translation: {
        members_one: 'You can add at most {{count, number}} family member.',
        members_other: 'You can add at most {{count, number}} family members.',
      },
    },
  },
});
i18n.init();

export const text = i18n.t('members', { count: 8 });
