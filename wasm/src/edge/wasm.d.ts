// What an edge host's bundler makes of an import of a WebAssembly file.
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
