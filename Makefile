# A thin front over CMakePresets.json and wasm/'s npm scripts. The two that matter: make run, make test.
#   make run     installs what is missing, builds the command and the npm package, and shows messages from both
#   make test    builds and tests everything: native, sanitizers, fuzzing, package, browser, documents, sizes
#   make bench   measures sizes and times beside the peers
#   make docs    writes the guides and the reference of the npm package to build/docs
#   make format  clang-format on our own sources          make clean  removes what was built (not the cache)
SHELL := /bin/bash -o pipefail
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
node := cmake/node.sh
command := build/release/bin/codeglot
# Keeps what a test step printed, so that make test can end with every runner's own summary.
log = 2>&1 | tee build/logs/$(1).log

.PHONY: run test bench docs format clean tools tools-test command package cli-package native sanitized fuzzed packaged browser consumers documents sizes

run: command package
	@echo
	@echo "== The native command"
	@for locale in en zh-Hans fr ar; do for code in 3 102 135 403; do \
	  printf '%-8s %4s  ' $$locale $$code; $(command) message $$code --locale $$locale || exit 1; done; done
	@echo
	@echo "== The npm package in Node"
	@$(node) node wasm/scripts/show.mjs
	@echo
	@echo "== A response of HTTP status 403, which is not return code 403"
	@$(command) response --status 403 --body '{"code": 403}' --locale en --explain

tools:
	@cmake/bootstrap.sh build

tools-test:
	@cmake/bootstrap.sh build test
	@mkdir -p build/logs

command: tools
	@cmake --workflow --preset command

# The npm package: the runtime as wasm, then TypeScript and the packs.
package: tools command wasm/node_modules/.installed
	@cmake --workflow --preset wasm
	@cd wasm && ../$(node) npm run --silent build

# The command as an npm package of its own, @codeglot/cli: the whole command as wasm, with all of ICU and its data.
cli-package: tools
	@cmake --workflow --preset wasm-cli
	@cd wasm/cli && ../../$(node) npm run --silent build

%/node_modules/.installed: %/package.json %/package-lock.json
	@cd $* && $(CURDIR)/$(node) npm ci --silent
	@touch $@

test: tools-test native packaged browser consumers documents sizes sanitized fuzzed
	@tests/summary.sh build/logs

native: tools-test
	@cmake --workflow --preset release $(call log,native)

sanitized: tools-test
	@cmake --workflow --preset asan-ubsan $(call log,sanitized)

fuzzed: tools-test
	@cmake --workflow --preset fuzz $(call log,fuzzed)

packaged: native package cli-package
	@cd wasm && (../$(node) npm test && ../$(node) npm run --silent lint:package) 2>&1 | tee ../build/logs/packaged.log

# Projects that use the packed packages: every runtime, bundler and framework.
consumers: packaged
	@$(node) node tests/consumer/install.mjs
	@$(node) node --test build/consumer/*/*.test.mjs tests/consumer/frameworks/ $(call log,consumers)

browser: packaged
	@$(node) node --test tests/browser/ $(call log,browser)

documents: native packaged
	@$(node) node tests/readme/check.mjs --build build/release --package build/package/consumer $(call log,documents)
	@$(node) node --test tests/reports/ $(call log,reports)
	@cd wasm && ../$(node) npm run --silent docs

sizes: package
	@$(node) node bench/check-sizes.mjs $(call log,sizes)

bench: package bench/node_modules/.installed
	@cmake --workflow --preset bench
	@$(node) node bench/run.mjs

docs: package
	@cd wasm && ../$(node) npm run --silent docs

format:
	@git ls-files '*.h' '*.hpp' '*.c' '*.cpp' | xargs clang-format -i

clean:
	rm -rf build wasm/dist wasm/generated wasm/js wasm/locales wasm/*.js wasm/*.d.ts wasm/cli/dist wasm/cli/share
