import { setTimeout as after } from 'node:timers/promises';
import type { Chance } from '#base/ambient';
import { uuidv7 } from '#base/uuid';
import { createTusWire } from '#client/media/tus-wire';
import { createHttpTransport } from '#client/sync/http-transport';
import { type DeviceId, type MediaId, type PersonId, scopeOf } from '#domain/ids';
import type { ProblemCode } from '#protocol/problem';
import { fetchWithCookie } from '../build/fetch-with-cookie.ts';
import { aPhoto, sha256Hex } from '../build/media.ts';
import { aPhone } from '../build/phone.ts';

/** What a phone was told, and what it did: what the server must have, whatever happened to it. */
export interface Told {
  readonly device: DeviceId;
  readonly person: PersonId;
  /** Its acts in order of their numbers, each with the record it makes. */
  readonly acts: readonly { readonly id: string; readonly evidence: string }[];
  /** Acts up to this number are the server's, it said. */
  readonly acknowledged: number;
  /** Photos of which the server said that they have arrived. */
  readonly arrived: readonly string[];
  /** When it was told so (wall clock, never too early): the number of acts, or of photos, that were the server's from then on. */
  readonly moments: readonly { readonly at: number; readonly acknowledged: number; readonly arrived: number }[];
}

/** What a phone had been told at a time. */
export const toldBy = (told: Told, time: number): Told => {
  const last = told.moments.findLast(({ at }) => at < time);
  return { ...told, acknowledged: last?.acknowledged ?? 0, arrived: told.arrived.slice(0, last?.arrived ?? 0) };
};

/** A phone that acts and syncs without end, over a network that breaks whenever the server dies. */
export interface RestlessPhone {
  told(): Promise<Told>;
  /** Acts no more, and resolves when the server has everything. */
  rest(): Promise<void>;
  /** Stops where it is, since the server is gone for good. */
  leave(): void;
}

interface Options {
  readonly origin: string;
  readonly card: string;
  readonly person: PersonId;
  /** Decides what it does; a run is not repeated by it, since two processes race. */
  readonly chance: Chance;
}

const PAUSE_MS = 15;
const PHOTO_BYTES = 40_000;
/** What a server says that is asked too often, or has trouble with its disk, its database or its bucket: not now. */
const LATER: readonly ProblemCode[] = ['TooMany', 'Broken', 'Away', 'StorageFull', 'OffsetWrong'];

export const restlessPhone = async ({ origin, card, person, chance }: Options): Promise<RestlessPhone> => {
  const fetch = fetchWithCookie();
  let acknowledged = 0;
  const arrived: string[] = [];
  const moments: Told['moments'][number][] = [];
  const note = (): void => void moments.push({ at: Date.now() + 1, acknowledged, arrived: arrived.length });
  const phone = aPhone({
    origin,
    transport: createHttpTransport({ origin, fetch, patience: 5000 }),
    clock: Date.now,
    chance,
    wrap: (store) => ({
      ...store,
      acknowledge: async (of, last, basedOn) => {
        await store.acknowledge(of, last, basedOn);
        acknowledged = Math.max(acknowledged, last);
        note();
      },
    }),
  });
  const entered = await phone.enrol(card);
  if (entered !== 'enrolled') throw new Error(`not enrolled: ${entered}`);
  const device = (await phone.store.identity())?.device ?? ('' as DeviceId);
  const wire = createTusWire({ origin, fetch, patience: 5000 });
  const scope = scopeOf('q', person);
  const acts = new Map<number, Told['acts'][number]>();
  const onTheirWay: Uint8Array<ArrayBuffer>[] = [];
  let tired = false;
  let gone = false;

  const actOnce = async (): Promise<void> => {
    const bytes = aPhoto(PHOTO_BYTES, 1 + ((chance(1)[0] ?? 0) * 256 + (chance(1)[0] ?? 0)) * 2);
    bytes.set(chance(16), 16);
    const shown = { kind: 'photo', media: sha256Hex(bytes), faces: 'none' } as const;
    const done = await phone.do('add-evidence', { evidence: uuidv7(Date.now, chance), shown, with: 'self' });
    if (!done.ok) throw new Error(`refused: ${done.error.type}`);
    if ((chance(1)[0] ?? 0) < 64 && onTheirWay.length < 3) onTheirWay.push(bytes);
    // Noted before it can be sent: an act that has left the outbox is not forgotten by whoever counts.
    for (const { n, action } of await phone.store.outbox()) acts.set(n, { id: action.id, evidence: String(action.args['evidence']) });
  };
  const upload = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
    const media = { id: sha256Hex(bytes) as MediaId, scope, type: 'image/jpeg', size: bytes.length } as const;
    let said = await wire.begin(media);
    while (said.type === 'at' && said.offset < bytes.length)
      said = await wire.append(media, said.offset, bytes.slice(said.offset, said.offset + 16_000));
    if (said.type === 'problem' && !LATER.includes(said.code)) throw new Error(`photo refused: ${said.code}`);
    if (said.type === 'at') {
      arrived.push(media.id);
      note();
    }
    return said.type === 'at';
  };
  const syncOnce = async (): Promise<boolean> => {
    const outcome = await (await phone.sync()).run();
    if (outcome.type === 'refused' && !LATER.includes(outcome.code)) throw new Error(`sync refused: ${outcome.code}`);
    return outcome.type === 'done';
  };
  const uploadNext = async (): Promise<boolean> => {
    const [bytes] = onTheirWay;
    if (!bytes) return true;
    if (await upload(bytes)) onTheirWay.shift();
    return onTheirWay.length === 0;
  };
  const live = async (): Promise<void> => {
    for (;;) {
      if (gone) return;
      if (!tired) for (let i = (chance(1)[0] ?? 0) % 5; i >= 0; i--) await actOnce();
      const [synced, uploaded] = await Promise.all([syncOnce(), uploadNext()]);
      if (tired && synced && uploaded) return;
      await after(PAUSE_MS);
    }
  };
  const living = live();
  // Whoever waits for it hears of it; until then it must not end the program.
  living.catch(() => undefined);
  return {
    told: async () => {
      const list = [...acts].sort(([a], [b]) => a - b).map(([, act]) => act);
      return { device, person, acts: list, acknowledged, arrived: [...arrived], moments: [...moments] };
    },
    rest: () => {
      tired = true;
      return living;
    },
    leave: () => {
      gone = true;
    },
  };
};
