import type { Shrinker } from '#client/device/shrink-photo';
import type { Area, CaptureProblem, TakeView } from '#client/ui/app-capture';
import type { CaptureEngine } from './capture-engine.ts';
import { holdTaking } from './find-unfinished.ts';
import type { Addresses } from './media-addresses.ts';

/** Photos from the shutter or a file to the disk. */
export interface Photos {
  take(source: Blob | ImageBitmap, kind: 'photo' | 'attestation'): Promise<TakeView | CaptureProblem>;
  blur(take: TakeView, areas: readonly Area[]): Promise<TakeView | CaptureProblem>;
  /** Kept or dropped: how it was before the blur is gone too. */
  forget(take: string): void;
}

export const makePhotos = (capture: () => Promise<CaptureEngine>, addresses: Addresses): Photos => {
  // Until it is kept, a touch can be taken back: the photo as it was taken is in memory, and nowhere else.
  const untouched = new Map<string, Blob>();
  const shrinker = lazyShrinker();
  return {
    take: async (source, kind) => {
      holdTaking();
      const [engine, small] = await Promise.all([capture(), (await shrinker()).shrink(source)]);
      if (!small) return 'no-picture';
      const take = { id: engine.freshId(), kind, type: small.type, at: engine.now(), ms: 0 };
      await engine.takes.begin(take);
      const written = await engine.takes.write(take.id, small.bytes, 0);
      if (!written.ok) {
        await engine.takes.drop(take.id);
        return written.error;
      }
      const photo = new Blob([small.bytes], { type: small.type });
      untouched.set(take.id, photo);
      return { id: take.id, kind, address: addresses.make(photo), ms: 0 };
    },
    blur: async (take, areas) => {
      const engine = await capture();
      const held = await engine.takes.take(take.id);
      const original = untouched.get(take.id) ?? (held && new Blob([await engine.takes.bytesOf(take.id)], { type: held.type }));
      if (!original) return 'no-picture';
      untouched.set(take.id, original);
      const small = await (await shrinker()).shrink(original, areas);
      if (!small) return 'no-picture';
      const written = await engine.takes.rewrite(take.id, small.type, small.bytes);
      if (!written.ok) return written.error;
      addresses.release(take.address);
      return { ...take, address: addresses.make(new Blob([small.bytes], { type: small.type })) };
    },
    forget: (take) => void untouched.delete(take),
  };
};

/** Loaded and started when a camera opens, so that it is ready at the shutter. */
const lazyShrinker = (): (() => Promise<Shrinker>) => {
  let started: Promise<Shrinker> | undefined;
  return () => {
    started ??= import('#client/device/shrink-photo').then(({ makeShrinker }) => makeShrinker());
    return started;
  };
};
