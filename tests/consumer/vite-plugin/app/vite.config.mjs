import codeglot from '@codeglot/vite';

export default { plugins: [codeglot({ locales: 'locales' })], cacheDir: '.vite' };
