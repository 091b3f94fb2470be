// For the tests alone: the page's script.
import { runTask } from './tasks.js';

globalThis.runTask = runTask;
