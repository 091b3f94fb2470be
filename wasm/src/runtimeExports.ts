// What the runtimes' modules export: the C interface of codeglot.h, pointers and sizes as 32-bit numbers. No code. The
// names are those of wasm/runtime/exports*.txt. A host without WebAssembly has the same of plain JavaScript.

/** A module's memory: that of WebAssembly, or what stands for it in plain JavaScript. */
export interface RuntimeMemory {
  readonly buffer: ArrayBuffer;
  /** Throws RangeError if the host has no more. */
  grow(pages: number): number;
}

/** What a plain runtime exports. */
export interface RuntimeExports {
  readonly memory: RuntimeMemory;
  readonly heap: { readonly value: number };
  cg_abi_version(): number;
  cg_catalog_size_bytes(): number;
  cg_catalog_init(memory: number, memoryBytes: number, catalog: number): number;
  cg_catalog_add(catalog: number, pack: number, packBytes: number): number;
  cg_catalog_locale_count(catalog: number): number;
  cg_catalog_locale_tag(catalog: number, locale: number, tagBytes: number): number;
  cg_catalog_choose(catalog: number, tag: number, tagBytes: number): number;
  cg_catalog_code_count(catalog: number, locale: number): number;
  cg_catalog_code_at(catalog: number, locale: number, index: number): number;
  cg_parameter_at(catalog: number, locale: number, code: number, index: number, parameter: number): number;
  // prettier-ignore
  cg_resolve(catalog: number, locale: number, code: number, args: number, argCount: number, text: number,
    capacity: number, resolution: number): number;
  // prettier-ignore
  cg_resolve_response(catalog: number, locale: number, response: number, args: number, argCount: number, text: number,
    capacity: number, resolution: number): number;
}

/** What the whole runtime exports besides. */
export interface FormatsExports extends RuntimeExports {
  // prettier-ignore
  cg_resolve_spans(catalog: number, locale: number, code: number, args: number, argCount: number, text: number, capacity: number,
    spans: number, spanCapacity: number, spanCount: number, resolution: number): number;
  cg_source(catalog: number, locale: number, code: number, pattern: number): number;
}
