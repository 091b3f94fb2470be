// Gives the application its messages: here those that are built into the package.
import * as codeglot from 'codeglot';
import { createMessages } from 'codeglot/vue';
import { createApp } from 'vue';
import App from './App.vue';

export const start = (locale: string, code: number) =>
  createApp(App, { code }).use(createMessages({ catalog: codeglot, locale }));
