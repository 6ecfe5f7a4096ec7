/** A running recording. */
export interface Recording {
  /** What the recorder makes, without parameters: `video/mp4`. */
  readonly type: string;
  /** Ends it; resolves when its last byte has been handed over. */
  end(): Promise<void>;
}

export interface RecordingOptions {
  readonly of: 'film' | 'voice';
  /** Milliseconds after which it ends by itself. */
  readonly most: number;
  /** Bytes as they come, at most a second of them, and how long the whole lasts with them. Awaited one after the other. */
  readonly write: (bytes: ArrayBuffer, ms: number) => Promise<void>;
  /** It ended by itself: the time is over, or the phone took camera or microphone away. What came until then is written. */
  readonly onEnd: () => void;
}

// iOS plays mp4 only; Chromium's mp4 has Opus sound, which iOS 17 plays too.
const TYPES = {
  film: ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4;codecs=avc1.42E01E,opus', 'video/webm;codecs=vp8,opus', 'video/mp4'],
  voice: ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'],
} as const;

/** A dead battery costs at most this and what is under way, in milliseconds. */
const SLICE = 1_000;

// An mp4 is handed over from one key frame to the next: left alone, Chromium makes one in several seconds.
type Options = MediaRecorderOptions & { readonly videoKeyFrameIntervalDuration: number };

/** Records a stream and hands its bytes over as they come; null where this browser can record nothing the server knows. */
export const recordStream = (stream: MediaStream, { of, most, write, onEnd }: RecordingOptions): Recording | null => {
  const mimeType = 'MediaRecorder' in globalThis ? TYPES[of].find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
  if (mimeType === undefined) return null;
  const options: Options = { mimeType, videoBitsPerSecond: 600_000, audioBitsPerSecond: 24_000, videoKeyFrameIntervalDuration: SLICE };
  const recorder = new MediaRecorder(stream, options);
  let written: Promise<void> = Promise.resolve();
  let begun = performance.now();
  let asked = false;
  recorder.addEventListener('start', () => {
    begun = performance.now();
  });
  recorder.addEventListener('dataavailable', ({ data }) => {
    const ms = Math.min(most, Math.round(performance.now() - begun));
    if (data.size > 0) written = written.then(async () => write(await data.arrayBuffer(), ms));
  });
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  const over = stopped.then(() => written);
  const timer = setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), most);
  const tell = async (): Promise<void> => {
    await over;
    clearTimeout(timer);
    if (!asked) onEnd();
  };
  void tell();
  recorder.start(SLICE);
  return {
    type: mimeType.split(';')[0] ?? mimeType,
    end: () => {
      asked = true;
      if (recorder.state !== 'inactive') recorder.stop();
      return over;
    },
  };
};
