import type { RenderedCamera } from 'html5-qrcode/esm/camera/core';
import { CameraFactory } from 'html5-qrcode/esm/camera/factories';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';

/** Why there is no picture: the person or the phone said no, or no camera can be used now. */
export type NoCamera = 'refused' | 'missing';

/** A picture from the camera. `torch` is null where there is none. */
export interface OpenCamera {
  readonly video: HTMLVideoElement;
  readonly torch: ((on: boolean) => void) | null;
}

/** A camera asked for: `opened` once there is a picture or a refusal; `stop` gives it back, also before it has opened. */
export interface Camera {
  readonly opened: Promise<Result<OpenCamera, NoCamera>>;
  stop(): void;
}

// Full frames are decoded: 720 lines give five pixels to a module of the biggest ticket (QR v13) held at arm's length.
const wanted: MediaTrackConstraints = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } };

const isPlaying = (video: HTMLVideoElement): boolean => !video.paused && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;

/** Resolves when the video shows a picture, or after `patience` milliseconds. */
const playing = (video: HTMLVideoElement, patience: number): Promise<void> =>
  new Promise((resolve) => {
    if (isPlaying(video)) return resolve();
    const timer = setTimeout(resolve, patience);
    video.addEventListener(
      'playing',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

const torchOf = (rendered: RenderedCamera): OpenCamera['torch'] => {
  const torch = rendered.getCapabilities().torchFeature();
  if (!torch.isSupported()) return null;
  return (on) => void torch.apply(on).catch(() => undefined);
};

/** A box of our own inside the view: html5-qrcode gives its video a width in pixels and removes it itself. */
const makeHost = (view: HTMLElement): HTMLElement => {
  const host = document.createElement('div');
  host.style.width = '100%';
  host.style.height = '100%';
  view.append(host);
  return host;
};

const fill = (video: HTMLVideoElement): void => {
  video.style.width = '100%';
  video.style.height = '100%';
  video.style.objectFit = 'cover';
};

const whyNot = (error: unknown): NoCamera =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError') ? 'refused' : 'missing';

/** Opens the camera into `host`. */
const open = async (host: HTMLElement): Promise<RenderedCamera> => {
  const camera = await (await CameraFactory.failIfNotSupported()).create(wanted);
  const rendered = await camera.render(host, {}, { onRenderSurfaceReady: () => undefined });
  fill(rendered.getSurface());
  return rendered;
};

const trackOf = ({ srcObject }: HTMLVideoElement): MediaStreamTrack | undefined =>
  srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;

/**
 * Asks for the back camera and shows it in `view`. `lost` is called when the phone takes an open camera away (a call, another app).
 * html5-qrcode is the permission and camera shell; it decodes nothing here.
 */
export const makeCamera = (view: HTMLElement, lost: () => void): Camera => {
  const host = makeHost(view);
  const rendering = open(host);
  const looking = async (): Promise<Result<OpenCamera, NoCamera>> => {
    try {
      const rendered = await rendering;
      const video = rendered.getSurface();
      trackOf(video)?.addEventListener('ended', lost);
      await playing(video, 5_000);
      return ok({ video, torch: torchOf(rendered) });
    } catch (error) {
      host.remove();
      return err(whyNot(error));
    }
  };
  const opened = looking();
  const close = async (): Promise<void> => {
    if (!(await opened).ok) return;
    const rendered = await rendering;
    trackOf(rendered.getSurface())?.removeEventListener('ended', lost);
    await rendered.close().catch(() => undefined);
    host.remove();
  };
  const stop = (): void => {
    // html5-qrcode drops the promise of play(): a video that left the page before it played would be an unhandled rejection.
    host.hidden = true;
    document.body.append(host);
    void close();
  };
  return { opened, stop };
};
