import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** One camera picture, handed over (not copied) by the page. Pixels where the browser cannot hand over a bitmap. */
export type Frame = ImageBitmap | ImageData;

/** What was seen in one frame: the texts of its QR codes, and its mean luminance, 0 (black) to 255. */
export interface Sight {
  readonly texts: readonly string[];
  readonly light: number;
}

/** The answer to one frame; `null` when this browser can decode nothing at all. */
export type Answer = Sight | null;

interface NativeDetector {
  detect(frame: Frame): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}
type Decode = (frame: Frame) => Promise<readonly string[]>;

type Canvas = OffscreenCanvasRenderingContext2D;

const makeCanvas = (width: number, height: number): Canvas => {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas in a worker here');
  return context;
};

let whole: Canvas | undefined;

const pixelsOf = (frame: Frame): ImageData => {
  if (frame instanceof ImageData) return frame;
  const { width, height } = frame;
  if (whole?.canvas.width !== width || whole.canvas.height !== height) whole = makeCanvas(width, height);
  whole.drawImage(frame, 0, 0);
  return whole.getImageData(0, 0, width, height);
};

const SAMPLES = 32;
let small: Canvas | undefined;

const fewPixelsOf = (frame: Frame): Uint8ClampedArray => {
  if (frame instanceof ImageData) return frame.data;
  small ??= makeCanvas(SAMPLES, SAMPLES);
  small.drawImage(frame, 0, 0, SAMPLES, SAMPLES);
  return small.getImageData(0, 0, SAMPLES, SAMPLES).data;
};

/** Mean luminance of about a thousand points spread over the frame (ITU-R BT.601 weights). */
const lightOf = (frame: Frame): number => {
  const data = fewPixelsOf(frame);
  const step = 4 * Math.max(1, Math.floor(data.length / 4 / (SAMPLES * SAMPLES)));
  let sum = 0;
  let points = 0;
  for (let i = 0; i + 2 < data.length; i += step) {
    sum += 0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0);
    points += 1;
  }
  return sum / Math.max(1, points);
};

const decodeWithWasm: Decode = async (frame) => {
  const found = await readBarcodes(pixelsOf(frame), { formats: ['QRCode'], maxNumberOfSymbols: 4, tryHarder: true });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
};

const wasmDecoder = async (): Promise<Decode> => {
  // Without this the reader would fetch its engine from a CDN.
  const locateFile = (path: string, prefix: string): string => (path.endsWith('.wasm') ? wasm : prefix + path);
  await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  return decodeWithWasm;
};

const nativeDecoder = async (): Promise<Decode | undefined> => {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: NativeDetectorClass };
  if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  let decode: Decode = async (frame) => (await detector.detect(frame)).map(({ rawValue }) => rawValue);
  return async (frame) => {
    try {
      return await decode(frame);
    } catch {
      // Some phones announce a detector whose engine was never installed: from then on, ours.
      decode = await wasmDecoder();
      return decode(frame);
    }
  };
};

// Begun at once, so that the engine is ready when the camera has its first picture.
const decoder: Promise<Decode> = nativeDecoder()
  .catch(() => undefined)
  .then((native) => native ?? wasmDecoder());
decoder.catch(() => undefined);

const look = async (frame: Frame): Promise<Answer> => {
  try {
    return { light: lightOf(frame), texts: await (await decoder)(frame) };
  } catch {
    return null;
  } finally {
    if (!(frame instanceof ImageData)) frame.close();
  }
};

addEventListener('message', (event: MessageEvent<Frame>) => {
  void look(event.data).then((answer) => postMessage(answer));
});
