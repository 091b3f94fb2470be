/** What the plugins take, whatever the bundler. */
export interface Options {
  /** The authoring folder, from the root of the project: codes.json and a file for each locale. Default: `locales`. */
  readonly locales?: string;
  /** The locales that travel inside the bundle, and need no loadLocale. Default: the default locale of codes.json. */
  readonly builtIn?: readonly string[];
  /** Where to declare the virtual modules, from the root of the project; `false`: nowhere. Default: `codeglot.d.ts`. */
  readonly types?: string | false;
  /**
   * The path of a native codeglot command, which is faster for catalogs with many thousands of messages. Default: that in
   * the environment variable CODEGLOT_COMMAND, else `@codeglot/cli`.
   */
  readonly command?: string;
}
