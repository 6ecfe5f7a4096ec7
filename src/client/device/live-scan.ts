import { type Camera, makeCamera, type NoCamera, type OpenCamera } from './camera.ts';
import { grabFile, grabFrame, makeQrReader, type QrReader } from './read-qr.ts';
import type { Scanning, ScanReports } from './scan-reports.ts';

/** Below this mean luminance a phone camera sees mostly its own noise; above the second one it sees again. */
const DARK = 26;
const LIGHT_AGAIN = 40;
/** Frames that must all be dark: a finger passing before the lens is not a dark room. */
const DARK_FRAMES = 5;
/** A text is told again only after it was out of sight this long, in milliseconds. */
const OUT_OF_SIGHT = 2_000;
/** At most one frame is read in this many milliseconds: faster only warms the phone. */
const PACE = 60;

const nextFrame = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
    else setTimeout(resolve, PACE);
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Tells each text when it comes into sight, and whether there is light enough. */
const makeTeller = (on: ScanReports) => {
  const lastSeen = new Map<string, number>();
  let darkFrames = 0;
  let dark = false;
  const tellLight = (light: number): void => {
    darkFrames = light < DARK ? darkFrames + 1 : 0;
    if (!dark && darkFrames >= DARK_FRAMES) {
      dark = true;
      on.state('too-dark');
    } else if (dark && light > LIGHT_AGAIN) {
      dark = false;
      on.state('looking');
    }
  };
  const tellText = (text: string, now: number): void => {
    const seen = lastSeen.get(text);
    lastSeen.set(text, now);
    if (seen === undefined || now - seen > OUT_OF_SIGHT) on.text(text);
  };
  return { tellLight, tellText };
};

/** Reads frame after frame, never two at once, until `over`. False when nothing here can decode. */
const lookOn = async (video: HTMLVideoElement, reader: QrReader, on: ScanReports, over: () => boolean): Promise<boolean> => {
  const teller = makeTeller(on);
  while (!over()) {
    const started = performance.now();
    const frame = await grabFrame(video);
    const sight = frame && !over() ? await reader.read(frame) : undefined;
    if (over()) return true;
    if (sight === null) return false;
    if (sight) {
      teller.tellLight(sight.light);
      for (const text of sight.texts) if (!over()) teller.tellText(text, performance.now());
    }
    await pause(PACE - (performance.now() - started));
    await nextFrame(video);
  }
  return true;
};

/** The camera and its decoder; what `makeScan` loads when someone wants to scan. */
export const makeLiveScan = (view: HTMLElement, on: ScanReports): Scanning => {
  // Counts the cameras opened: what an older one still has to say is not told.
  let turn = 0;
  let camera: Camera | undefined;
  let open: OpenCamera | undefined;
  let reader: QrReader | undefined;

  const release = (): void => {
    turn += 1;
    camera?.stop();
    reader?.stop();
    camera = undefined;
    open = undefined;
    reader = undefined;
  };

  const start = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const over = (): boolean => mine !== turn;
    const end = (state: NoCamera): void => {
      if (over()) return;
      release();
      on.state(state);
    };
    on.state('starting');
    const mineReader = makeQrReader();
    const mineCamera = makeCamera(view, () => end('missing'));
    [reader, camera] = [mineReader, mineCamera];
    const opened = await mineCamera.opened;
    if (over()) return;
    if (!opened.ok) return end(opened.error);
    open = opened.value;
    on.state('looking');
    if (!(await lookOn(open.video, mineReader, on, over))) end('missing');
  };

  // A hidden page gives the camera back: phones take it away anyway, and a frozen picture is worse than a short wait.
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden' && open) release();
    else if (document.visibilityState === 'visible' && !reader) void start();
  };
  document.addEventListener('visibilitychange', onVisibility);
  void start();

  return {
    stop: () => {
      document.removeEventListener('visibilitychange', onVisibility);
      release();
    },
    get torch() {
      return open?.torch ?? null;
    },
  };
};

/** Reads the QR of a photo: first small, which is quick and forgives blur, then large for a small code in a wide photo. */
export const readFile = async (file: Blob): Promise<string | null> => {
  const reader = makeQrReader();
  try {
    for (const side of [1_280, 3_600]) {
      const frame = await grabFile(file, side);
      const text = frame && (await reader.read(frame))?.texts[0];
      if (text) return text;
    }
    return null;
  } finally {
    reader.stop();
  }
};
