// The plain runtime for hosts without WebAssembly (React Native's Hermes, pages whose policy forbids it): the same module,
// translated to JavaScript by wasm2js when the package is built.
import { withCheckedMemory } from './checkedMemory.js';
import { instance } from './runtimeScript.js';
import type { RuntimeExports } from '../runtimeExports.js';

/** A new instance. A module of WebAssembly's is not asked for here. */
export const instantiate = (_module?: unknown): RuntimeExports => withCheckedMemory(instance());
