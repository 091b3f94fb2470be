// Calls that compile, and calls that must not, by what the plugin declares of the application's catalog.
import * as catalog from 'virtual:codeglot';
import { loadLocale, locales, message, resolve, resolveResponse, subscribe } from 'virtual:codeglot';
import { Codes } from 'virtual:codeglot/codes';
import type { Code, CodeArgs } from 'virtual:codeglot/codes';
import codeglot from '@codeglot/vite';
import type { Options } from '@codeglot/vite';
import esbuildPlugin from '@codeglot/vite/esbuild';
import rspackPlugin from '@codeglot/vite/rspack';
import webpackPlugin from '@codeglot/vite/webpack';
import type { RspackOptions } from '@rspack/core';
import type { BuildOptions } from 'esbuild';
import type { RollupOptions } from 'rollup';
import type { UserConfig } from 'vite';
import type { Configuration } from 'webpack';

const text: string = message(Codes.NotAllowed, 'en');
message(Codes.TooManyItems, 'en', { max: 3 });
message(2, 'en', { max: 3n });
// @ts-expect-error: this code has no arguments
message(Codes.NotAllowed, 'en', { max: 3 });
// @ts-expect-error: an argument without a default is required
message(Codes.TooManyItems, 'en');
// @ts-expect-error: this message has no argument "mx"
message(Codes.TooManyItems, 'en', { mx: 3 });
// @ts-expect-error: a number is declared
resolve(Codes.TooManyItems, 'en', { max: 'three' });
// @ts-expect-error: there is no such code
Codes.SessionExpired;
// @ts-expect-error: constants are constant
Codes.NotAllowed = 3;

const one: 1 = Codes.NotAllowed;
const code: Code = 2;
const args: CodeArgs[2] = { max: 1 };
const arrived: number = JSON.parse('1');
message(arrived, 'en', { anything: 'goes' });
const status: string = resolve(arrived, 'en').status;
const direction: 'ltr' | 'rtl' = resolveResponse({ status: 403, body: null }, 'en').direction;

const loaded: Promise<string> = loadLocale('fr', { signal: new AbortController().signal });
// @ts-expect-error: a signal, not its controller
loadLocale('fr', { signal: new AbortController() });
const tags: readonly string[] = locales;
const stop: () => void = subscribe(() => {});

/** What providers of frameworks take for a catalog. */
interface MessageCatalog {
  message(code: number, locale: string, args?: Record<string, string | number> | null): string;
  resolve(code: number, locale: string, args?: Record<string, string | number> | null): { readonly text: string };
  loadLocale?(tag: string): Promise<unknown>;
  subscribe?(listener: () => void): () => void;
}
const provided: MessageCatalog = catalog;

const options: Options = { locales: 'texts', builtIn: ['en'], types: false, command: '/usr/bin/codeglot' };
// @ts-expect-error: no such option
codeglot({ folder: 'texts' });
const vite: UserConfig = { plugins: [codeglot(options)] };
const rollup: RollupOptions = { plugins: [codeglot()] };
const webpack: Configuration = { plugins: [webpackPlugin(options)] };
const rspack: RspackOptions = { plugins: [rspackPlugin(options)] };
const esbuild: BuildOptions = { plugins: [esbuildPlugin(options)] };

export { args, code, direction, esbuild, loaded, one, provided, rollup, rspack, status, stop, tags, text, vite, webpack };
