import { toHex } from '#base/bytes';
import type { Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { type ActDeps, doAct } from '#client/actions/do-act';
import { leadUploads } from '#client/media/lead-uploads';
import type { MediaStore, Take } from '#client/media/media-store';
import { openUploads } from '#client/media/open-uploads';
import { openDexieMedia } from '#client/store/dexie-media';
import { askOnce } from '#client/sync/ask';
import type { ClientStore, Identity } from '#client/sync/client-store';
import type { Locks, Trigger } from '#client/sync/leader';
import type { Transport } from '#client/sync/transport';
import { type ShownView, safetyOfBytes, shownNeeds, shownView } from '#client/views/shown-view';
import { sha256 } from '#credentials/sha256';
import { type MediaId, type PersonId, type Scope, scopeOf } from '#domain/ids';
import { LinksReply, MEDIA_LINKS_PATH } from '#protocol/media';
import { PROTOCOL } from '#protocol/version';

export interface CaptureDeps extends Omit<ActDeps, 'store'> {
  readonly store: ClientStore;
  readonly transport: Transport;
  readonly after: (ms: number, work: () => void) => () => void;
  readonly triggers: readonly Trigger[];
  readonly askBackground: () => void;
  /** Asks for a sync: something has arrived whose record can be pulled. */
  readonly wakeSync: () => void;
}

/** What was made on this device, and its way to the server. */
export interface CaptureEngine {
  readonly takes: Pick<MediaStore, 'begin' | 'write' | 'rewrite' | 'take' | 'takes' | 'bytesOf' | 'drop' | 'settle' | 'ask'>;
  readonly now: () => number;
  freshId(): string;
  /** Keeps a take's bytes under their hash, for whom they are; their id. The take stays open until it is settled. */
  keep(take: Take, forWhom?: string): Promise<{ readonly media: MediaId }>;
  act(
    name: 'add-evidence' | 'show-evidence' | 'take-back-evidence',
    args: Readonly<Record<string, unknown>>,
  ): Promise<Result<'kept', unknown>>;
  shown(): Promise<readonly ShownView[]>;
  /** Lets go of bytes that no record of hers speaks of any more. */
  forgetUnnamed(media: string): Promise<void>;
  makeRoom(): Promise<number>;
  /** The bytes, when they are here. */
  local(media: string): Promise<Blob | null>;
  /** An address of the server, good for some minutes. */
  remote(scope: string, media: string): Promise<{ readonly path: string; readonly until: number } | null>;
  subscribe(listener: () => void): void;
}

/** Opens the media of this device and brings them to the server as long as the page is there. */
export const startCapture = (deps: CaptureDeps): CaptureEngine => {
  const media = openDexieMedia();
  const { store, clock, chance } = deps;
  // What staff say to somebody says so itself (`forWhom`).
  const scopeFor = ({ actor }: Identity): Scope => {
    if (actor.role === 'person') return scopeOf('q', actor.person);
    return actor.role === 'witness' ? scopeOf('p', actor.person) : scopeOf('s', actor.structure);
  };
  lead(deps, media);
  const named = async (): Promise<ReadonlySet<string>> => new Set((await shownOf(store, media)).map((one) => one.media));
  return {
    takes: media,
    now: clock,
    freshId: () => uuidv7(clock, chance),
    keep: async (take, forWhom) => {
      const identity = await store.identity();
      if (!identity) throw new Error('a device that is nobody’s keeps nothing');
      const bytes = await media.bytesOf(take.id);
      const id = toHex(await sha256(bytes)) as MediaId;
      const { kind, type, at } = take;
      const scope = forWhom === undefined ? scopeFor(identity) : (forWhom as Scope);
      await media.keep({ id, scope, kind, type, size: bytes.length, at, take: take.id, sent: 0, asked: false });
      return { media: id };
    },
    act: (name, args) => doAct(deps, name, args),
    shown: () => shownOf(store, media),
    forgetUnnamed: async (id) => {
      if (!(await named()).has(id)) await media.forget([id]);
    },
    makeRoom: () => makeRoom(store, media),
    local: async (id) => {
      const held = await media.one(id);
      return held ? new Blob([await media.bytesOf(held.take)], { type: held.type }) : null;
    },
    remote: (scope, id) => linkTo(deps, scope, id),
    subscribe: (listener) => {
      store.subscribe(listener);
      media.subscribe(listener);
    },
  };
};

const personOf = (identity: Identity | undefined): PersonId | null => (identity?.actor.role === 'person' ? identity.actor.person : null);

const lookAt = async (store: ClientStore, media: MediaStore) => {
  const person = personOf(await store.identity());
  if (!person) return null;
  const [records, held] = await Promise.all([store.read(shownNeeds(person)), media.held()]);
  return { person, records, held: new Map(held.map((one) => [one.id as string, one])) };
};

const shownOf = async (store: ClientStore, media: MediaStore): Promise<readonly ShownView[]> => {
  const looked = await lookAt(store, media);
  if (!looked) return [];
  const [outbox, said] = await Promise.all([store.outbox(), store.progress()]);
  return shownView({ ...looked, outbox, said });
};

/** Lets go of what the server says it has, and of nothing else. */
const makeRoom = async (store: ClientStore, media: MediaStore): Promise<number> => {
  const looked = await lookAt(store, media);
  const gone = looked ? [...looked.held.values()].filter(({ id }) => safetyOfBytes(id, looked) === 'arrived') : [];
  await media.forget(gone.map(({ id }) => id));
  return gone.reduce((sum, { size }) => sum + size, 0);
};

const lead = (deps: CaptureDeps, media: MediaStore): void => {
  const { store, transport, origin } = deps;
  const uploads = openUploads({
    store,
    media,
    transport,
    origin,
    fetch: (address, init) => fetch(address, init),
    signs: () => navigator,
    onWhole: deps.wakeSync,
    onAnswer: () => leader.alive(),
  });
  const { chance, after, triggers, askBackground } = deps;
  const locks = navigator.locks as Locks | undefined;
  const leader = leadUploads({ uploads, store: media, chance, after, triggers, askBackground, locks });
};

const linkTo = async (deps: CaptureDeps, scope: string, media: string): Promise<{ path: string; until: number } | null> => {
  const said = await askOnce(deps, MEDIA_LINKS_PATH, { protocol: PROTOCOL, wanted: [{ scope, media }] }, LinksReply);
  if (said.type !== 'answer') return null;
  const [link] = said.value.links;
  return link ? { path: link.path, until: deps.clock() + (link.until - said.value.serverTime) } : null;
};
