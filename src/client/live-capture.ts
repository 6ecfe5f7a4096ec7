import type { Recording } from '#client/device/record-stream';
import type { Viewfinder } from '#client/device/viewfinder';
import type { CaptureApp, CaptureProblem, CaptureState, TakeView } from '#client/ui/app-capture';
import type { MediaType } from '#domain/media';
import type { CaptureEngine } from './capture-engine.ts';
import { holdTaking } from './find-unfinished.ts';
import type { Addresses } from './media-addresses.ts';
import type { Photos } from './take-photo.ts';

type Capture = () => Promise<CaptureEngine>;
type Tell = (state: CaptureState) => void;

/** Cameras and microphones, held open by a screen. */
export const liveCapture = (capture: Capture, photos: Photos, addresses: Addresses): Pick<CaptureApp, 'viewfinder' | 'recordVoice'> => ({
  viewfinder: (view, kind, on) => {
    const tape = makeTape(capture, addresses, on);
    let [open, isOver]: [Viewfinder | undefined, boolean] = [undefined, false];
    const release = (): void => {
      open?.stop();
      open = undefined;
    };
    // The phone took it away: what was filmed until then can be had; a photo can be tried again.
    const lost = (): void => {
      release();
      if (!tape.isRunning()) on('taken');
    };
    const start = async (): Promise<void> => {
      on('starting');
      const { openViewfinder } = await import('#client/device/viewfinder');
      if (isOver) return;
      const opened = await openViewfinder(view, kind === 'video' ? 'film' : 'photo', lost);
      if (!opened.ok) return on(opened.error);
      if (isOver) return opened.value.stop();
      open = opened.value;
      on('ready');
    };
    const started = start().catch(() => on('missing'));
    return {
      get torch() {
        return open?.torch ?? null;
      },
      shoot: async () => {
        // Pressed before the picture has come: it is taken when it is there.
        await started;
        return shot(photos, await open?.shoot(), kind);
      },
      film: (most) => {
        if (open) void tape.begin(open.stream, 'video', most);
      },
      end: async () => {
        const take = await tape.end();
        release();
        return take;
      },
      stop: () => {
        isOver = true;
        void tape.drop();
        release();
      },
    };
  },
  recordVoice: (most, on) => {
    const tape = makeTape(capture, addresses, on);
    let stream: MediaStream | undefined;
    let isOver = false;
    const release = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
      stream = undefined;
    };
    const start = async (): Promise<void> => {
      on('starting');
      const { openMicrophone } = await import('#client/device/viewfinder');
      const opened = await openMicrophone(() => undefined);
      if (!opened.ok) return on(opened.error);
      stream = opened.value;
      if (isOver) return release();
      await tape.begin(stream, 'voice', most);
    };
    void start().catch(() => on('missing'));
    return {
      end: async () => {
        const take = await tape.end();
        release();
        return take;
      },
      stop: () => {
        isOver = true;
        void tape.drop();
        release();
      },
    };
  },
});

const shot = (photos: Photos, picture: ImageBitmap | null | undefined, kind: string): ReturnType<Photos['take']> | 'missing' =>
  picture ? photos.take(picture, kind === 'attestation' ? 'attestation' : 'photo') : 'missing';

/** A recording on its way to the disk. */
interface Tape {
  begin(stream: MediaStream, kind: 'video' | 'voice', most: number): Promise<void>;
  isRunning(): boolean;
  end(): Promise<TakeView | CaptureProblem>;
  drop(): Promise<void>;
}

const makeTape = (capture: Capture, addresses: Addresses, on: Tell): Tape => {
  let id: string | undefined;
  let recording: Recording | undefined;
  let problem: CaptureProblem = 'missing';
  // The take is opened by its first bytes: what says nothing yet is nothing to find again.
  const writeTo = async (engine: CaptureEngine, kind: 'video' | 'voice', bytes: ArrayBuffer, ms: number): Promise<void> => {
    if (id === undefined) {
      const fresh = engine.freshId();
      await engine.takes.begin({ id: fresh, kind, type: recording?.type as MediaType, at: engine.now(), ms: 0 });
      const first = await engine.takes.write(fresh, bytes, ms);
      if (first.ok) id = fresh;
      else {
        problem = first.error;
        await engine.takes.drop(fresh);
        void recording?.end().then(() => on(first.error));
      }
      return;
    }
    const written = await engine.takes.write(id, bytes, ms);
    // No room for more: what was recorded until now is kept, and it ends there.
    if (!written.ok) void recording?.end().then(() => on('ended'));
  };
  return {
    begin: async (stream, kind, most) => {
      holdTaking();
      const [engine, { recordStream }] = await Promise.all([capture(), import('#client/device/record-stream')]);
      const write = (bytes: ArrayBuffer, ms: number): Promise<void> => writeTo(engine, kind, bytes, ms);
      const of = kind === 'video' ? 'film' : 'voice';
      recording = recordStream(stream, { of, most, write, onEnd: () => on('ended') }) ?? undefined;
      on(recording ? 'recording' : 'missing');
    },
    isRunning: () => recording !== undefined,
    end: async () => {
      await recording?.end();
      recording = undefined;
      const { takes } = await capture();
      const take = id === undefined ? undefined : await takes.take(id);
      const address = take ? await addresses.local(take) : null;
      return take && address !== null ? { id: take.id, kind: take.kind, address, ms: take.ms } : problem;
    },
    drop: async () => {
      const running = recording;
      recording = undefined;
      await running?.end();
      // What was ended is a take of its own by now, and its screen's to drop.
      if (running && id !== undefined) await (await capture()).takes.drop(id);
    },
  };
};
