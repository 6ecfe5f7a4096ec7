import type { Answer, Frame } from './scan-worker.ts';

/** Decodes QR codes off the main thread. */
export interface QrReader {
  /** Reads one frame, which is used up. Only one at a time: while one is being read, or when nothing can decode here, the answer is null. */
  read(frame: Frame): Promise<Answer>;
  stop(): void;
}

/** Starts the worker that reads QR codes: the phone's own detector where it knows QR codes, else zxing-cpp. */
export const makeQrReader = (): QrReader => {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
  let waiting: ((answer: Answer) => void) | undefined;
  const answer = (value: Answer): void => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(value);
  };
  worker.addEventListener('message', (event: MessageEvent<Answer>) => answer(event.data));
  worker.addEventListener('error', () => answer(null));
  return {
    read: (frame) => {
      if (waiting) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting = resolve;
        worker.postMessage(frame, frame instanceof ImageData ? [frame.data.buffer] : [frame]);
      });
    },
    stop: () => {
      worker.terminate();
      answer(null);
    },
  };
};

const onCanvas = (source: CanvasImageSource, width: number, height: number): ImageData | null => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, width, height);
  return context?.getImageData(0, 0, width, height) ?? null;
};

/** Workers without a canvas (Safari before 16.4) get pixels. */
const workersDraw = (): boolean => 'OffscreenCanvas' in globalThis && 'createImageBitmap' in globalThis;

/** The picture of this instant at the camera's own size; null before the first one. */
export const grabFrame = async (video: HTMLVideoElement): Promise<Frame | null> => {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  return workersDraw() ? createImageBitmap(video).catch(() => null) : onCanvas(video, width, height);
};

/** The picture of a file, its longer side at most `side` pixels; null when it is no picture. */
export const grabFile = async (file: Blob, side: number): Promise<Frame | null> => {
  const whole = await createImageBitmap(file).catch(() => null);
  if (!whole) return null;
  const scale = Math.min(1, side / Math.max(whole.width, whole.height));
  const [width, height] = [Math.max(1, Math.round(whole.width * scale)), Math.max(1, Math.round(whole.height * scale))];
  if (workersDraw() && scale === 1) return whole;
  const frame = workersDraw()
    ? await createImageBitmap(whole, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' }).catch(() => null)
    : onCanvas(whole, width, height);
  whole.close();
  return frame;
};
