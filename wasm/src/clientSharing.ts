// One piece of work for any number of callers. A caller who leaves takes nothing from the others; when the last one has
// left, the work is told to stop.
import type { AbortSignalLike } from './messageCatalog.js';

export interface WaitOptions<News> {
  readonly signal?: AbortSignalLike | undefined;
  /** One that throws rejects its own caller. */
  readonly onProgress?: ((news: News) => void) | undefined;
}

interface Shared<News> {
  readonly controller: AbortController;
  readonly listeners: Set<(news: News) => void>;
  readonly result: Promise<unknown>;
}

/** Keeps what is under way, by key. `share` joins the work of a key, or begins it. */
export class Sharing<News> {
  readonly #underWay = new Map<unknown, Shared<News>>();

  share<Result>(
    key: unknown,
    work: (signal: AbortSignalLike, tell: (news: News) => void) => Promise<Result>,
    { signal, onProgress }: WaitOptions<News> = {},
  ): Promise<Result> {
    if (signal?.aborted) {
      return Promise.reject(signal.reason);
    }
    const { controller, listeners, result } = this.#underWay.get(key) ?? this.#begin(key, work);
    return new Promise((resolve, reject) => {
      const listener = (news: News) => {
        try {
          onProgress?.(news);
        } catch (error) {
          leave(error);
        }
      };
      const leave = (reason: unknown) => {
        done();
        reject(reason);
        if (!listeners.size) {
          this.#underWay.delete(key);
          controller.abort(reason);
        }
      };
      const aborted = () => leave(signal!.reason);
      const done = () => {
        listeners.delete(listener);
        signal?.removeEventListener('abort', aborted);
      };
      listeners.add(listener);
      signal?.addEventListener('abort', aborted);
      (result as Promise<Result>).then(resolve, reject).then(done);
    });
  }

  #begin(key: unknown, work: (signal: AbortSignalLike, tell: (news: News) => void) => Promise<unknown>): Shared<News> {
    const controller = new AbortController();
    const listeners: Shared<News>['listeners'] = new Set();
    const result = work(controller.signal, (news) => listeners.forEach((listener) => listener(news)));
    const shared = { controller, listeners, result };
    this.#underWay.set(key, shared);
    const forget = () => this.#underWay.get(key) === shared && this.#underWay.delete(key);
    result.then(forget, forget);
    return shared;
  }
}
