# A thin front over CMakePresets.json and wasm/'s npm scripts. The two that matter: make run, make test.
#   make run     installs what is missing, builds the command and the npm package, and shows messages from both
#   make test    builds and tests everything: native, sanitizers, fuzzing, package, browser, documents, sizes
#   make bench   measures sizes and times beside the peers
#   make format  clang-format on our own sources          make clean  removes what was built (not the cache)
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
node := cmake/node.sh
command := build/release/bin/codeglot

.PHONY: run test bench format clean tools tools-test command package native sanitized fuzzed packaged

run: command package
	@echo
	@echo "== The native command"
	@for locale in en zh-Hans fr ar; do for code in 3 102 135 403; do \
	  printf '%-8s %4s  ' $$locale $$code; $(command) message $$code --locale $$locale; done; done
	@echo
	@echo "== The npm package in Node"
	@$(node) node wasm/scripts/show.mjs
	@echo
	@echo "== A response of HTTP status 403, which is not return code 403"
	@$(command) response --status 403 --locale en --explain || true

tools:
	@cmake/bootstrap.sh build

tools-test:
	@cmake/bootstrap.sh build test

command: tools
	@cmake --workflow --preset command

# The npm package: the runtime as wasm, then TypeScript and the packs.
package: tools command wasm/node_modules/.installed
	@cmake --workflow --preset wasm
	@cd wasm && ../$(node) npm run --silent build

wasm/node_modules/.installed: wasm/package.json wasm/package-lock.json
	@cd wasm && ../$(node) npm ci --silent
	@touch $@

test: tools-test native package sanitized fuzzed packaged
	@echo
	@sh tests/summary.sh

native: tools-test
	@cmake --workflow --preset release

sanitized: tools-test
	@cmake --workflow --preset asan-ubsan

fuzzed: tools-test
	@cmake --workflow --preset fuzz

packaged: native package
	@cd wasm && ../$(node) npm test

bench: tools package
	@cmake --workflow --preset bench
	@$(node) node bench/run.mjs

format:
	@git ls-files '*.h' '*.hpp' '*.c' '*.cpp' | xargs clang-format -i

clean:
	rm -rf build wasm/dist wasm/generated
