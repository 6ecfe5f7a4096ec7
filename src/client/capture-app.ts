import { createSignal } from 'solid-js';
import { readSettings, writeSettings } from '#client/device/settings';
import type { CaptureApp, CaptureProblem, TakeView } from '#client/ui/app-capture';
import type { CaptureEngine } from './capture-engine.ts';
import { findUnfinished } from './find-unfinished.ts';
import { liveCapture } from './live-capture.ts';
import { makeAddresses } from './media-addresses.ts';
import { makePhotos } from './take-photo.ts';
import { watched } from './watched.ts';

/** What is needed of the rest of the app. */
export interface CaptureLife {
  engine(): Promise<{ capture(): Promise<CaptureEngine> }>;
  /** Told by whoever starts the engine first. */
  onEngine(listener: () => void): void;
}

/** The App's part that makes, keeps and shows media. */
export const captureApp = (life: CaptureLife): CaptureApp => {
  const capture = async (): Promise<CaptureEngine> => (await life.engine()).capture();
  const addresses = makeAddresses(capture);
  const photos = makePhotos(capture, addresses);
  const [knowsPhotos, setKnowsPhotos] = createSignal(readSettings().knowsPhotos);
  const [unfinished, setUnfinished] = createSignal<TakeView>();
  const shown = watched(capture, (engine) => engine.shown());
  const [isNew, setIsNew] = createSignal(true);
  life.onEngine(
    () =>
      void findUnfinished(capture, addresses)
        .then(setUnfinished)
        .catch(() => undefined),
  );
  const over = async (take: TakeView): Promise<void> => {
    addresses.release(take.address);
    photos.forget(take.id);
    if (unfinished()?.id === take.id) setUnfinished(undefined);
  };
  return {
    shown: () => shown() ?? [],
    mediaAddress: addresses.of,
    takeBack: async (evidence) => {
      const engine = await capture();
      const media = (await engine.shown()).find(({ id }) => id === evidence)?.media;
      const done = await engine.act('take-back-evidence', { evidence });
      if (done.ok && media !== undefined) await engine.forgetUnnamed(media);
    },
    showTo: async (evidence, to) => void (await (await capture()).act('show-evidence', { evidence, to })),
    sendNow: async (media) => (await capture()).takes.ask([media]),
    knowsPhotos,
    learnedPhotos: () => {
      writeSettings({ knowsPhotos: true });
      setKnowsPhotos(true);
    },
    ...liveCapture(capture, photos, addresses),
    photoOf: (file, kind) => photos.take(file, kind),
    blur: photos.blur,
    keepShown: async (take, faces) => {
      const engine = await capture();
      const kept = await keepTake(engine, take);
      if (typeof kept === 'string') return kept;
      const evidence = engine.freshId();
      const done = await engine.act('add-evidence', { evidence, shown: shownOf(take, kept.media, faces), with: 'self' });
      if (!done.ok) return 'no-picture';
      await engine.takes.settle(take.id);
      await over(take);
      return { evidence };
    },
    keepVoice: async (take, forWhom) => {
      const engine = await capture();
      const kept = await keepTake(engine, take, forWhom);
      if (typeof kept === 'string') return kept;
      await engine.takes.settle(take.id);
      await over(take);
      return { media: kept.media, ms: take.ms };
    },
    dropTake: async (take) => {
      await (await capture()).takes.drop(take.id);
      await over(take);
    },
    unfinished,
    found: () => (isNew() ? unfinished() : undefined),
    putAside: (take) => {
      setIsNew(false);
      setUnfinished(take);
    },
    makeRoom: async () => (await capture()).makeRoom(),
  };
};

const keepTake = async (
  engine: CaptureEngine,
  { id }: TakeView,
  forWhom?: string,
): Promise<{ readonly media: string } | CaptureProblem> => {
  const take = await engine.takes.take(id);
  return take ? engine.keep(take, forWhom) : 'no-picture';
};

const shownOf = ({ kind, ms }: TakeView, media: string, faces: string): Readonly<Record<string, unknown>> => {
  if (kind === 'attestation') return { kind, media };
  if (kind === 'voice') return { kind, media, ms };
  return kind === 'video' ? { kind, media, ms, faces } : { kind, media, faces };
};
