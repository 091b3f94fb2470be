// Nothing: what a fresh Node process takes that runs no library.
