import { utf8 } from '#base/bytes';

/** Runs `work` once after `ms`; returns its cancel. */
export type After = (ms: number, work: () => void) => () => void;

/** Starts listening; gives the way to stop, or undefined when there is no room for one more. */
type Listen = (poked: (scope: string | undefined) => void) => Promise<(() => void) | undefined>;

// Proxies end what is silent for a minute; a phone that has lost its network is found out by the same beat, and a phone finds out by it that
// its line is dead. An event of its own, because scripts never see a comment.
const BEAT_MS = 25_000;
// A browser asks again after this much by itself, when the stream ends.
const RETRY_MS = 15_000;
// What is written in one go (an act, its seal) is one poke.
const TOGETHER_MS = 200;

/** Pokes as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html); ends when listening does. */
export const pokeStream = (listen: Listen, after: After): ReadableStream<Uint8Array> => {
  const waiting = new Set<string>();
  let isOver = false;
  let stop = (): void => undefined;
  let cancelBeat = (): void => undefined;
  let cancelFlush = (): void => undefined;
  const end = (): void => {
    isOver = true;
    stop();
    cancelBeat();
    cancelFlush();
  };
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const beat = (): void => {
        controller.enqueue(utf8('event: beat\ndata:\n\n'));
        cancelBeat = after(BEAT_MS, beat);
      };
      const flush = (): void => {
        controller.enqueue(utf8([...waiting].map((scope) => `data: ${scope}\n\n`).join('')));
        waiting.clear();
      };
      const close = (): void => {
        if (isOver) return;
        end();
        controller.close();
      };
      controller.enqueue(utf8(`retry: ${RETRY_MS}\n\n`));
      cancelBeat = after(BEAT_MS, beat);
      const listening = await listen((scope) => {
        if (isOver) return;
        if (scope === undefined) return close();
        if (waiting.size === 0) cancelFlush = after(TOGETHER_MS, flush);
        waiting.add(scope);
      });
      if (!listening) return close();
      stop = listening;
      // It was cancelled while it was being begun.
      if (isOver) listening();
    },
    cancel: end,
  });
};
