// Asks a service with axios, and says in the reader's words what came of it. `catalog` is made by createCatalog of
// "codeglot/engine" from the service's packs.
import axios from 'axios';

/**
 * Resolves to the body, as JSON if it is any, and to a Resolution: its text for the reader, its code and its name for the
 * program. No answer, or one that cannot be read, is a Resolution as well, with status "unreadable-response". Rejects only
 * where the caller aborts the request, or asks for one that cannot be made.
 */
export async function request(catalog, locale, url, config = {}) {
  let answer;
  try {
    answer = await axios.request({ timeout: 10000, ...config, url });
  } catch (error) {
    // Anything but an error of the request is a mistake of the program.
    if (!axios.isAxiosError(error) || axios.isCancel(error) || error.code === 'ERR_INVALID_URL') {
      throw error;
    }
    answer = error.response; // None if it was not connected, too late or cut off.
  }
  const body = answer?.data;
  // The members of problem details are the arguments of their message: { "type": "…/no-credit", "balance": 3 }.
  return { body, ...catalog.resolveResponse({ status: answer?.status ?? 0, body }, locale, Object(body)) };
}
