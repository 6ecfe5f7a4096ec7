import { err, ok, type Result } from '#base/result';

/** Why there is no picture or no sound: somebody said no; there is none; something else has it (a call, another app). */
export type NoDevice = 'refused' | 'missing' | 'taken';

/** A live picture on the screen. */
export interface Viewfinder {
  /** With sound, where it was asked for. */
  readonly stream: MediaStream;
  readonly torch: ((on: boolean) => void) | null;
  /** The picture of this instant at the camera's own size; null before the first one. */
  shoot(): Promise<ImageBitmap | null>;
  stop(): void;
}

const PHOTO: MediaTrackConstraints = { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1440 } };
const FILM: MediaTrackConstraints = {
  facingMode: { ideal: 'environment' },
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 24, max: 30 },
};

/** Why a browser would not open a camera or a microphone. */
const whyNot = (error: unknown): NoDevice => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'taken' : 'missing';
};

type Torch = MediaTrackConstraintSet & { readonly torch: boolean };

const torchOf = (track: MediaStreamTrack | undefined): Viewfinder['torch'] => {
  const can = track && 'getCapabilities' in track ? (track.getCapabilities() as { readonly torch?: boolean }).torch : false;
  if (!track || !can) return null;
  return (on) => void track.applyConstraints({ advanced: [{ torch: on } as Torch] }).catch(() => undefined);
};

const showIn = (view: HTMLElement, stream: MediaStream): HTMLVideoElement => {
  const video = document.createElement('video');
  video.className = 'viewfinder-video';
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  view.append(video);
  // Ended before it began: the screen was left.
  video.play().catch(() => undefined);
  return video;
};

/**
 * Opens the back camera into `view`; for a film with sound and small, for a photo large and silent. `lost` is called when the phone takes it
 * away (a call, another app).
 */
export const openViewfinder = async (view: HTMLElement, of: 'photo' | 'film', lost: () => void): Promise<Result<Viewfinder, NoDevice>> => {
  try {
    const wanted = of === 'film' ? { video: FILM, audio: { channelCount: 1, noiseSuppression: true } } : { video: PHOTO };
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    const video = showIn(view, stream);
    for (const track of stream.getTracks()) track.addEventListener('ended', lost);
    return ok({
      stream,
      torch: torchOf(stream.getVideoTracks()[0]),
      shoot: async () => {
        // Playing says nothing of a picture on a slow phone.
        if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) await firstPicture(video);
        if (video.videoWidth === 0) return null;
        return createImageBitmap(video).catch(() => null);
      },
      stop: () => {
        for (const track of stream.getTracks()) {
          track.removeEventListener('ended', lost);
          track.stop();
        }
        video.srcObject = null;
        video.remove();
      },
    });
  } catch (error) {
    return err(whyNot(error));
  }
};

const PATIENCE_MS = 3_000;

/** Resolves with the first picture of a video, or when it lets wait too long. */
const firstPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    video.addEventListener('loadeddata', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });

/** Opens the microphone; `lost` as above. */
export const openMicrophone = async (lost: () => void): Promise<Result<MediaStream, NoDevice>> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
    for (const track of stream.getTracks()) track.addEventListener('ended', lost);
    return ok(stream);
  } catch (error) {
    return err(whyNot(error));
  }
};
