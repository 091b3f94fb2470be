// ICU's global state, set the same everywhere: no locale and no time zone of the host.
#ifndef CODEGLOT_ICU_ENGINE_ICU_STATE_H
#define CODEGLOT_ICU_ENGINE_ICU_STATE_H

namespace codeglot {

/// An unknown locale falls back to the root, never to the host's; dates without a zone are in UTC. Any number of times.
void prepare_icu();

}  // namespace codeglot
#endif
