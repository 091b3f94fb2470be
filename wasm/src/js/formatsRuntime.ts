// The whole runtime for hosts without WebAssembly: as runtime.ts has the plain one.
import { withCheckedMemory } from './checkedMemory.js';
import { instance } from './formatsScript.js';
import type { FormatsExports } from '../runtimeExports.js';

/** A new instance. A module of WebAssembly's is not asked for here. */
export const instantiate = (_module?: unknown): FormatsExports => withCheckedMemory(instance());
