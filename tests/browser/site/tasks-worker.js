// For the tests alone: does in a worker what a page can be told to do.
import { runTask } from './tasks.js';

addEventListener('message', async ({ data }) => postMessage(await runTask(...data)));
