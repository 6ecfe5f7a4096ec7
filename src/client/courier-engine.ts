import type { Chance, Clock } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { openDexieMedia } from '#client/store/dexie-media';
import type { ClientStore, HeldBox, SentBox } from '#client/sync/client-store';
import { isToBring } from '#client/sync/deliver-boxes';
import { makeKey } from '#client/sync/make-key';
import { type Packed, packBox } from '#client/sync/pack-box';
import { type AnswerRead, readAnswer } from '#client/sync/read-answer';
import { openSession } from '#client/sync/session';
import { signerOf } from '#client/sync/signer-of';
import type { Outcome, Sync } from '#client/sync/sync';
import type { Transport } from '#client/sync/transport';
import type { HeldView, SyncState } from '#client/ui/app-courier';
import { makeAgreementPair } from '#credentials/agreed-key';
import { boxId } from '#protocol/box';
import { kindOf } from '#protocol/box-frames';
import { MAX_BOX_BYTES, MAX_FRAMED_BYTES } from '#protocol/limits';
import { PROTOCOL } from '#protocol/version';

/** How a run ended, and when. */
export interface NotedRun {
  readonly at: number;
  readonly outcome: Outcome;
}

export interface CourierDeps {
  readonly store: ClientStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: Chance;
  /** One run, now. */
  readonly sync: Sync;
  readonly runs: () => readonly NotedRun[];
}

/** Boxes and the state of syncing, over the device's own store. */
export interface CourierEngine {
  pack(by: 'codes' | 'file'): Promise<Packed>;
  read(answer: Bytes): Promise<AnswerRead | undefined>;
  take(box: Bytes): Promise<'kept' | 'full' | 'foreign'>;
  held(): Promise<readonly HeldView[]>;
  answer(box: string): Promise<Bytes | undefined>;
  send(): Promise<'sent' | 'no-network'>;
  forget(box: string): Promise<void>;
  state(): Promise<SyncState>;
  subscribe(listener: () => void): () => void;
}

export const createCourierEngine = (deps: CourierDeps): CourierEngine => {
  const { store, clock, sync } = deps;
  const session = async () => {
    const identity = await store.identity();
    return identity && { ...(await openSession({ ...deps, signerOf, makeKey }, identity)), makePair: makeAgreementPair };
  };
  return {
    pack: async (by) => {
      const own = await session();
      return own ? packBox(own, by === 'codes' ? MAX_FRAMED_BYTES : MAX_BOX_BYTES) : { type: 'nothing' };
    },
    read: async (answer) => {
      const own = await session();
      return own && readAnswer(own, answer);
    },
    take: async (box) => {
      if (kindOf(box) !== 'box') return 'foreign';
      const id = await boxId(box);
      // One's own needs no courier.
      if ((await store.sentBoxes()).some((sent: SentBox) => sent.id === id)) return 'foreign';
      return store.keepBox({ id, box, from: 'carried', at: clock() });
    },
    held: async () => (await store.boxes()).map(viewOf),
    answer: async (box) => (await store.boxes()).find(({ id }) => id === box)?.answer,
    send: async () => {
      await sync.run();
      return (await store.boxes()).some(isToBring) ? 'no-network' : 'sent';
    },
    forget: (box) => store.forgetBoxes([box]),
    state: () => stateOf(deps),
    subscribe: store.subscribe,
  };
};

const viewOf = (box: HeldBox): HeldView => ({
  id: box.id,
  at: box.at,
  from: box.from,
  state: box.answer ? 'answered' : isToBring(box) ? 'waiting' : 'refused',
  ...(box.problem && { problem: box.problem }),
});

const stateOf = async ({ store, runs }: CourierDeps): Promise<SyncState> => {
  const [identity, progress, sealed] = [await store.identity(), await store.progress(), await store.sealed()];
  const [outbox, segments, aside] = [await store.outbox(), await store.segments(), await store.aside()];
  const waiting = outbox.filter(({ n }) => n > progress.acknowledged);
  return {
    device: identity?.device ?? '',
    role: identity?.actor.role ?? 'nobody',
    version: PROTOCOL,
    outbox: {
      waiting: waiting.length,
      unsealed: waiting.filter(({ n }) => n > sealed.n).length,
      segments: segments.length,
      aside: aside.length,
    },
    progress,
    cursors: await store.cursors(),
    boxes: { sent: (await store.sentBoxes()).length, held: (await store.boxes()).map(viewOf) },
    media: await mediaState(),
    runs: runs().map(({ at, outcome }) => ({ at, ended: outcome.type, ...whyOf(outcome) })),
  };
};

const whyOf = (outcome: Outcome): { readonly why?: string } => {
  if (outcome.type === 'silence') return { why: outcome.why };
  return outcome.type === 'refused' ? { why: outcome.code } : {};
};

const mediaState = async (): Promise<SyncState['media']> => {
  const store = openDexieMedia();
  const held = await store.held();
  store.close();
  return {
    held: held.length,
    bytes: held.reduce((sum, { size }) => sum + size, 0),
    sent: held.reduce((sum, { sent }) => sum + sent, 0),
  };
};
