import type { Clock, Millis } from '#base/ambient';
import { type Bytes, concatBytes, toHex } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { BytePlace } from '#domain/byte-place';
import type { Device } from '#domain/device';
import type { DeviceId } from '#domain/ids';
import { keepMedia, mediaBytes, mediaNeeds } from '#domain/keep-media';
import { looksLike, mayBring, mediaOwner } from '#domain/media';
import type { RecordStore } from '#domain/record-store';
import { MAX_MEDIA_BYTES, MAX_PART_BYTES, MEDIA_QUOTA_BYTES, UPLOAD_MS } from '#protocol/media';
import type { ProblemCode } from '#protocol/problem';
import { mediaName } from './media-names.ts';
import { scopesOf } from './scopes-of.ts';
import type { Admit } from './tokens.ts';
import { covered, type Piece } from './upload-chunks.ts';
import { type Announced, type Upload, type UploadStore, uploadStore, type Wanted } from './upload-store.ts';

/** SHA-256 of bytes as they come. */
export interface RunningHash {
  add(bytes: Uint8Array): void;
  end(): Uint8Array;
}

export interface ReceiveDeps {
  readonly store: RecordStore;
  readonly place: BytePlace;
  readonly clock: Clock;
  readonly admit: Admit;
  readonly hash: () => RunningHash;
}

interface Who {
  readonly id: DeviceId;
  readonly device: Device;
}

/** How far an upload is; `offset === size` means arrived, and told in the records. */
export interface Progress {
  readonly offset: number;
  readonly size: number;
  readonly expires: Millis;
}

/** A part as it came. `whole`: its sender ended it; else the connection was cut, and what came counts all the same. */
export interface Part {
  readonly offset: number;
  readonly bytes: Bytes;
  readonly whole: boolean;
  /** The SHA-256 its sender says it has. */
  readonly checksum?: Uint8Array | undefined;
}

type Answer<T> = Promise<Result<T, ProblemCode>>;

/** Uploads that may be cut anywhere and go on anywhere: in the page, the service worker, through another server process. */
export interface Receiver {
  /** Begins, or goes on: the same bytes for the same scope are one upload, however often it begins. */
  begin(who: Who, announced: Announced): Answer<Progress>;
  progress(who: Who, wanted: Wanted): Answer<Progress>;
  append(who: Who, wanted: Wanted, part: Part): Answer<Progress>;
  abandon(who: Who, wanted: Wanted): Answer<void>;
  /** Forgets uploads nobody went on with. */
  sweep(): Promise<void>;
}

interface Deps extends ReceiveDeps {
  readonly uploads: UploadStore;
}

export const openReceiver = (given: ReceiveDeps): Receiver => {
  const deps: Deps = { ...given, uploads: uploadStore(given.place) };
  const { store, clock, uploads } = deps;
  // Two parts that complete an upload at once: one settles it, the other waits for that.
  const settling = new Map<string, Answer<Progress>>();

  const settle = (upload: Upload, pieces: readonly Piece[]): Answer<Progress> => {
    const key = `${upload.scope} ${upload.media}`;
    const running = settling.get(key) ?? settleOnce(deps, upload, pieces).finally(() => settling.delete(key));
    settling.set(key, running);
    return running;
  };

  const look = async (wanted: Wanted): Answer<Progress> => {
    const arrived = await arrivedSize(store, wanted);
    if (arrived !== undefined) return ok({ offset: arrived, size: arrived, expires: clock() + UPLOAD_MS });
    const upload = await uploads.read(wanted);
    if (!upload) return err('NotFound');
    const { end, pieces } = covered(await uploads.chunks(wanted));
    // Complete, but not told: the process ended in between.
    return end >= upload.size ? settle(upload, pieces) : ok(progressOf(upload, end));
  };

  const admitted =
    <W extends Wanted, Rest extends readonly unknown[], T>(act: (wanted: W, ...rest: Rest) => Answer<T>) =>
    async (who: Who, wanted: W, ...rest: Rest): Answer<T> => {
      const refused = await refusal(deps, who, wanted);
      return refused ? err(refused) : act(wanted, ...rest);
    };

  return {
    begin: admitted(async (announced: Announced) => {
      if (announced.size > MAX_MEDIA_BYTES) return err('TooLarge');
      const known = await look(announced);
      if (known.ok && known.value.size === announced.size) return known;
      if (!(await hasRoom(deps, announced))) return err('QuotaFull');
      const upload = { ...announced, at: clock() };
      await uploads.begin(upload);
      return ok(progressOf(upload, 0));
    }),
    append: admitted(async (wanted: Wanted, part: Part) => {
      const upload = await uploads.read(wanted);
      if (!upload) return look(wanted);
      const { end } = covered(await uploads.chunks(wanted));
      if (part.offset !== end) return err('OffsetWrong');
      const problem = partProblem(deps, upload, part);
      if (problem) return err(problem);
      if (part.bytes.length > 0) await uploads.append(wanted, end, part.bytes);
      return look(wanted);
    }),
    progress: admitted(look),
    abandon: admitted(async (wanted: Wanted) => {
      await uploads.drop(wanted);
      return ok(undefined);
    }),
    sweep: () => uploads.sweep(clock()),
  };
};

const progressOf = ({ size, at }: Upload, offset: number): Progress => ({ offset, size, expires: at + UPLOAD_MS });

/** Nobody learns whether a scope that is not theirs exists. */
const refusal = async ({ store, admit }: Deps, who: Who, { scope }: Wanted): Promise<ProblemCode | null> => {
  if (!admit(`media:${who.id}`)) return 'TooMany';
  return mayBring(who.device.actor, await scopesOf(store, who), scope) ? null : 'NotFound';
};

const arrivedSize = async (store: RecordStore, { scope, media }: Wanted): Promise<number | undefined> =>
  (await store.read([{ scope, kind: 'media', id: media }])).get(scope, 'media', media)?.size;

const partProblem = ({ hash }: Deps, upload: Upload, { offset, bytes, whole, checksum }: Part): ProblemCode | null => {
  if (bytes.length > MAX_PART_BYTES || offset + bytes.length > upload.size) return 'TooLarge';
  // What was cut cannot be checked; the hash of the whole will.
  if (!whole || !checksum) return null;
  const running = hash();
  running.add(bytes);
  return toHex(running.end()) === toHex(checksum) ? null : 'ChecksumWrong';
};

/** What has arrived and what is on its way counts. */
const hasRoom = async ({ store, uploads }: Deps, announced: Announced): Promise<boolean> => {
  const held = mediaBytes(await store.read(mediaNeeds(announced.scope)), announced.scope);
  return held + announced.size + (await uploads.announced(announced)) <= MEDIA_QUOTA_BYTES;
};

const settleOnce = async (deps: Deps, upload: Upload, pieces: readonly Piece[]): Answer<Progress> => {
  const { store, place, clock, uploads } = deps;
  const { scope, media, size, type } = upload;
  const problem = await checkWhole(deps, upload, pieces);
  if (problem) {
    await uploads.drop(upload);
    return err(problem);
  }
  const name = mediaName(mediaOwner(scope) ?? '', media);
  // The bytes are durable before the record that tells of them: also those that seem to be there, but for a power cut after a killed process.
  await place.write(name, size, () => uploads.bytes(pieces));
  const refused = await store.judge(mediaNeeds(scope), (records) => {
    const kept = keepMedia(records, { scope, id: media, media: { type, size, at: clock() }, quota: MEDIA_QUOTA_BYTES });
    return { patches: kept.ok ? kept.value : [], answer: kept.ok ? null : kept.error };
  });
  if (refused) await place.remove(name);
  await uploads.drop(upload);
  return refused ? err(refused) : ok(progressOf(upload, size));
};

const checkWhole = async ({ hash, uploads }: Deps, { media, type }: Upload, pieces: readonly Piece[]): Promise<ProblemCode | null> => {
  const running = hash();
  let start = new Uint8Array(0);
  for await (const bytes of uploads.bytes(pieces)) {
    if (start.length < 16) start = concatBytes(start, bytes.subarray(0, 16));
    running.add(bytes);
  }
  if (toHex(running.end()) !== media) return 'HashWrong';
  return looksLike(type, start) ? null : 'MediaType';
};
