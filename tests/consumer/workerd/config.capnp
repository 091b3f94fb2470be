using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "application", worker = .application),
    (name = "entries", worker = .entries),
    (name = "mistaken", worker = .mistaken),
  ],
  sockets = [
    (name = "application", address = "127.0.0.1:0", http = (), service = "application"),
    (name = "entries", address = "127.0.0.1:0", http = (), service = "entries"),
    (name = "mistaken", address = "127.0.0.1:0", http = (), service = "mistaken"),
  ],
);

const application :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    (name = "worker.js", esModule = embed "bundle/worker.js"),
    (name = "codeglot.wasm", wasm = embed "bundle/codeglot.wasm"),
  ],
);

const entries :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    (name = "entries-worker.js", esModule = embed "bundle/entries-worker.js"),
    (name = "codeglot.wasm", wasm = embed "bundle/codeglot.wasm"),
    (name = "codeglot-formats.wasm", wasm = embed "bundle/codeglot-formats.wasm"),
  ],
);

# The same application, with the build for other hosts.
const mistaken :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    (name = "worker.js", esModule = embed "bundle/mistaken.js"),
  ],
);
