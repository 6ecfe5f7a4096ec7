import type { Bytes } from '#base/bytes';
import { fromBase64url } from '#base/bytes';
import type { AgreementPair } from '#credentials/agreed-key';
import { BOX_KEY } from '#domain/box-key';
import { type BoxedBytes, type ClosedBox, closeBox } from '#protocol/box';
import { MAX_BOX_BYTES, MAX_FRAMED_BYTES } from '#protocol/limits';
import { awaitsSeal } from './awaits-seal.ts';
import type { ClientStore, Progress, SealedSegment, SentBox } from './client-store.ts';
import { sealNext, startOf } from './push.ts';
import type { Session } from './session.ts';

export interface PackDeps extends Pick<Session, 'store' | 'signer' | 'clock' | 'identity'> {
  /** A fresh pair for one box. */
  readonly makePair: () => Promise<AgreementPair>;
}

/**
 * A box, or why there is none. `nothing`: all has arrived and nothing is awaited; `no-key`: this device never heard from its server since there
 * are boxes; `too-big`: for codes; a file can hold more.
 */
export type Packed = { readonly type: 'box'; readonly sent: SentBox } | { readonly type: 'nothing' | 'no-key' | 'too-big' };

// Sealed for codes, a segment has to fit in a box of them even when all of it is tickets.
const FRAMED_SEGMENT = 14 * 1024;
// Opened, a box is no larger than a push.
const OPENED_BYTES = 800 * 1024;
const MAX_SEGMENTS = 400;
// A phone shown twice shows the same codes: half read the first time, they are read to their end the second.
const SAME_BOX_MS = 86_400_000;

/** Closes what the server has not acknowledged into a box of at most `room` bytes, and remembers it. It begins where the server stands. */
export const packBox = async (deps: PackDeps, room: typeof MAX_BOX_BYTES | typeof MAX_FRAMED_BYTES): Promise<Packed> => {
  const { store, identity } = deps;
  const server = await serverKey(store);
  if (!server) return { type: 'no-key' };
  await sealAll(deps, room === MAX_FRAMED_BYTES ? FRAMED_SEGMENT : undefined);
  // Its answer may come after many others: only another history makes it void.
  const { heard: _, ...basedOn } = await store.progress();
  const waiting = (await store.segments()).filter(({ last }) => last > basedOn.acknowledged);
  if (waiting.length === 0 && !(await awaitsSeal(store, identity))) return { type: 'nothing' };
  const cursors = await store.cursors();
  const known = (await store.sentBoxes()).findLast((sent) => isStill(sent, waiting, cursors, deps.clock(), room));
  if (known) return { type: 'box', sent: known };
  const closed = await closeStart(deps, server, waiting, cursors, room);
  if (!closed) return { type: 'too-big' };
  const sent = { ...closed.box, last: closed.last ?? basedOn.acknowledged, at: deps.clock(), basedOn, cursors };
  await store.keepSentBox(identity.device, sent);
  return { type: 'box', sent };
};

/** Everything that was not acknowledged, in as many boxes as it takes; null without a key to close them for. */
export const packAll = async (deps: PackDeps): Promise<{ readonly boxes: readonly ClosedBox[]; readonly upTo: number } | null> => {
  const { store } = deps;
  await sealAll(deps, undefined);
  const { acknowledged } = await store.progress();
  const upTo = (await store.sealed()).n;
  let waiting = (await store.segments()).filter(({ last }) => last > acknowledged);
  const boxes: ClosedBox[] = [];
  if (waiting.length === 0) return { boxes, upTo };
  const server = await serverKey(store);
  if (!server) return null;
  while (waiting.length > 0) {
    const closed = await closeStart(deps, server, waiting, {}, MAX_BOX_BYTES);
    if (!closed) return null;
    boxes.push(closed.box);
    waiting = waiting.filter(({ last }) => last > (closed.last ?? 0));
  }
  return { boxes, upTo };
};

/** Closes the next bytes of something shown; null without a key to close them for. */
export const packBytes = async ({ store, signer, makePair }: PackDeps, bytes: BoxedBytes): Promise<ClosedBox | null> => {
  const server = await serverKey(store);
  return server && closeBox(await makePair(), server, signer, { segments: [], cursors: {}, room: 0, bytes });
};

const serverKey = async (store: Pick<ClientStore, 'read'>): Promise<Bytes | null> => {
  const { scope, kind, id } = BOX_KEY;
  const key = (await store.read([BOX_KEY])).get(scope, kind, id)?.key;
  return key === undefined ? null : fromBase64url(key);
};

// Unlike a push, which is tried in vain for weeks, a box is asked for by somebody: all that was done goes with it.
const sealAll = async (deps: PackDeps, bytes: number | undefined): Promise<void> => {
  for (let sealed = 0; sealed < MAX_SEGMENTS; sealed++) if (!(await sealNext(deps, bytes))) return;
};

const isStill = (
  { box, last, at, cursors, basedOn }: SentBox,
  waiting: readonly SealedSegment[],
  now: Progress | SentBox['cursors'],
  time: number,
  room: number,
): boolean =>
  box.length <= room &&
  time - at < SAME_BOX_MS &&
  last === (waiting.at(-1)?.last ?? basedOn.acknowledged) &&
  JSON.stringify(cursors) === JSON.stringify(now);

/** As many segments from the first as there is room for; null when not even one fits. */
const closeStart = async (
  { signer, makePair }: PackDeps,
  server: Bytes,
  waiting: readonly SealedSegment[],
  cursors: SentBox['cursors'],
  room: number,
): Promise<{ readonly box: ClosedBox; readonly last: number | undefined } | null> => {
  let list = startOf(waiting, OPENED_BYTES, ({ segment }) => segment.actions.length);
  for (;;) {
    const said = { segments: list.map(({ segment }) => segment), cursors, room };
    const box = await closeBox(await makePair(), server, signer, said);
    if (box && box.box.length <= room) return { box, last: list.at(-1)?.last };
    if (!box || list.length <= 1) return null;
    list = list.slice(0, Math.ceil(list.length / 2));
  }
};
