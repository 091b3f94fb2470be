// Asks a service with fetch, and says in the reader's words what came of it. `catalog` is made by createCatalog of
// "codeglot/engine" from the service's packs.

/**
 * Resolves to the body, as JSON if it is any, and to a Resolution: its text for the reader, its code and its name for the
 * program. No answer, or one that cannot be read, is a Resolution as well, with status "unreadable-response". Rejects only
 * where the caller aborts the request, or asks for one that cannot be made.
 */
export async function request(catalog, locale, url, { timeout = 10000, signal, ...options } = {}) {
  const request = new Request(url, options);
  const timer = AbortSignal.timeout(timeout);
  let status = 0; // No status of HTTP: what an answer that did not come has for one.
  let body;
  try {
    const answer = await fetch(request, { signal: signal ? AbortSignal.any([signal, timer]) : timer });
    body = await answer.text();
    status = answer.status;
    body = JSON.parse(body);
  } catch {
    // Not connected, too late, cut off, or no JSON: then the body is what came of it, and resolveResponse judges it.
    signal?.throwIfAborted();
  }
  // The members of problem details are the arguments of their message: { "type": "…/no-credit", "balance": 3 }.
  return { body, ...catalog.resolveResponse({ status, body }, locale, Object(body)) };
}
