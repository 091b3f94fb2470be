# How ICU is compiled for WebAssembly, and all code that is linked to it: a class whose unused virtual functions are
# dropped must be so in every file. Nothing parses numbers or dates, which is a fourth of ICU, but every format's vtable
# names it.
# Bulk memory and sign extension are in every engine that has been released since 2021.
set(CODEGLOT_ICU_WASM_OPTIONS -Oz -flto -fno-exceptions -fvisibility=hidden -mbulk-memory -msign-ext
    -fwhole-program-vtables -fvirtual-function-elimination)
