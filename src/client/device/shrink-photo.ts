import type { BlurArea, PhotoWork, SmallPhoto } from './draw-photo.ts';

/** Pixels of the longer side of a photo we keep. */
const SIDE = 1_600;
/** Bytes of a photo we keep, at most. */
const MOST = 200_000;

/** Makes photos small off the main thread; `stop` lets its worker go. */
export interface Shrinker {
  /**
   * A photo from the camera or a file, its longer side at most 1 600 pixels, at most 200 kB, the right way up, with nothing in it but
   * pixels; `areas` are made coarse for ever. Null when it is no picture this browser knows.
   */
  shrink(source: Blob | ImageBitmap, areas?: readonly BlurArea[]): Promise<SmallPhoto | null>;
  stop(): void;
}

/** Starts the worker that draws photos anew. Where workers have no canvas (Safari before 16.4) nothing can be shrunk: null for everything. */
export const makeShrinker = (): Shrinker => {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  let before: Promise<unknown> = Promise.resolve();
  const ask = (work: PhotoWork): Promise<SmallPhoto | null> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<SmallPhoto | null>) => resolve(data);
      worker.onerror = () => resolve(null);
      worker.postMessage(work, work.source instanceof ImageBitmap ? [work.source] : []);
    });
  return {
    shrink: (source, areas = []) => {
      // One after the other: two pictures of twelve megapixels at once are too much for a small phone.
      const mine = before.then(() => ask({ source, side: SIDE, most: MOST, areas }));
      before = mine;
      return mine;
    },
    stop: () => worker.terminate(),
  };
};
