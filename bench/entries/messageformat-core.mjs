// One message that @messageformat/core compiled to a function before: bench/peers.mjs writes the module.
import messages from '../generated/messageformat-core.mjs';

export const text = messages.members({ max: 8 });
