// What the command asks of the JavaScript that runs it (wasm/cli/host/host.js), besides files: sleep, its process.
#ifndef CODEGLOT_CLI_WASM_HOST_H
#define CODEGLOT_CLI_WASM_HOST_H

extern "C" {

/// Blocks, without work, until the time is over or the host asks the command to end (interruption.cpp).
void codeglot_host_sleep(int milliseconds);

/// Whether the command wants to be asked to end, and not to be ended, when a signal comes.
void codeglot_host_hold_signals(bool hold);

/// A number that no other run at the same time has: it names temporary files.
int codeglot_host_process_id();

}

#endif
