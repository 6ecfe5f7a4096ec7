import { fromBase64url, toBase64url, toHex, utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import { uuidv7 } from '#base/uuid';
import { createEnrol } from '#client/actions/enrol';
import { makeWitnessMemory, type WitnessMemory } from '#client/device/witness-memory';
import { ask, askOnce } from '#client/sync/ask';
import { createHttpTransport } from '#client/sync/http-transport';
import { signerOf } from '#client/sync/signer-of';
import type { Transport } from '#client/sync/transport';
import type { WhoSays, WitnessPage, WitnessQuestion } from '#client/views/witness-view';
import { sha256 } from '#credentials/sha256';
import type { Actor } from '#domain/device';
import { inLocale } from '#domain/draw';
import type { ActionId } from '#domain/ids';
import type { Action } from '#protocol/action';
import { OpenedQuestion } from '#protocol/entry';
import { sealSegment } from '#protocol/segment';
import { PushReply } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';

/**
 * A witness's browser: one question, one answer, an identity of its own for both. Apart from the device's store, because whoever saw it may
 * be somebody with badges of their own, on this very phone.
 */
export interface WitnessDevice {
  /** *Je l'ai vu.* It is kept in this browser, then sent until it has arrived or the page is closed. */
  say(who: WhoSays): Promise<void>;
  /** Asks once more what is asked. */
  look(): Promise<void>;
}

interface Deps {
  readonly origin: string;
  readonly secret: string;
  readonly locale: () => string;
  readonly tell: (page: WitnessPage) => void;
}

/** What is kept between the tap and the arrival: the key (base64url) the answer is signed with, who it is then, and what was said. */
interface Kept {
  readonly seed: string;
  readonly actor?: Extract<Actor, { role: 'witness' }>;
  readonly said?: { readonly id: string; readonly at: number; readonly who: WhoSays };
  readonly question?: WitnessQuestion;
}

const chance = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size));
const TRY_AGAIN_MS = 15_000;

export const openWitnessDevice = async ({ origin, secret, locale, tell }: Deps): Promise<WitnessDevice> => {
  const transport = createHttpTransport({ origin, fetch: (address, init) => fetch(address, init) });
  const memory = makeWitnessMemory(toHex(await sha256(utf8(secret))).slice(0, 32));
  const kept = keeperOf(memory);
  let question = kept.read()?.question;
  const look = async (): Promise<void> => {
    const said = await ask(transport, '/api/witness/open', { secret }, OpenedQuestion);
    if (said.type === 'silence') return tell({ state: 'no-network' });
    if (said.type === 'problem')
      return tell({ state: said.code === 'CardUnknown' ? 'not-there' : said.code === 'CardVoid' ? 'ended' : 'no-network' });
    const { criteria, ...rest } = said.value;
    question = { ...rest, criteria: inLocale(criteria, locale()) };
    tell(question.seen ? { state: 'ended' } : { state: 'asked', question });
  };
  const goOn = async (): Promise<void> => {
    if (!question) return;
    tell({ state: 'said', question, safety: 'kept-here' });
    while (!(await send(transport, secret, kept))) await untilWorthTrying();
    memory.forget();
    tell({ state: 'said', question, safety: 'arrived' });
  };
  if (kept.read()?.said) void goOn();
  else await look();
  return {
    look,
    say: async (who) => {
      if (!question || kept.read()?.said) return;
      const now = Date.now();
      kept.change({ question, said: { id: uuidv7(() => now, chance), at: now, who } });
      await goOn();
    },
  };
};

/** The network is back, or a while has passed. */
const untilWorthTrying = (): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, TRY_AGAIN_MS);
    addEventListener('online', go);
  });

interface Keeper {
  read(): Kept | undefined;
  change(changes: Partial<Kept>): void;
}

const keeperOf = (memory: WitnessMemory): Keeper => {
  const read = (): Kept | undefined => {
    const text = memory.read();
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  };
  return {
    read,
    change: (changes) => memory.write(JSON.stringify({ ...(read() ?? { seed: toBase64url(chance(32)) }), ...changes })),
  };
};

/** Becomes the witness of this question if it is not yet, and brings what was said; false while nobody answers. What is refused is over too. */
const send = async (transport: Transport, secret: string, kept: Keeper): Promise<boolean> => {
  const entered = kept.read()?.actor ? 'enrolled' : await enter(transport, secret, kept);
  if (entered === 'no-network' || entered === 'TooMany' || entered === 'Broken') return false;
  const { actor, said, seed } = kept.read() ?? {};
  const bytes = seed === undefined ? null : fromBase64url(seed);
  // Answered on another device meanwhile, or too old: nothing is left to bring.
  if (!actor || !said || !bytes) return true;
  const { person, witness, structure } = actor;
  const args = { person, witness, structure, who: { ...said.who } };
  const action: Action = { id: said.id as ActionId, n: 1, at: said.at, name: 'say-seen', v: 1, args };
  const { segment } = await sealSegment(await signerOf({ seed: bytes }), '', [action]);
  const body = { protocol: PROTOCOL, segments: [segment as unknown as Json] };
  const pushed = await askOnce({ transport, chance }, '/api/sync/push', body, PushReply);
  return pushed.type === 'answer' && pushed.value.acknowledged.some(({ last }) => last >= 1);
};

const enter = (transport: Transport, secret: string, kept: Keeper) => {
  const keyOf = () => {
    const seed = fromBase64url(kept.read()?.seed ?? '');
    return seed ? { seed } : undefined;
  };
  const enrol = createEnrol({
    store: {
      keepKey: async (fresh) => keyOf() ?? fresh,
      key: async () => keyOf(),
      forgetKey: async () => false,
      adopt: async ({ actor }) => {
        if (actor.role === 'witness') kept.change({ actor });
        return true;
      },
      // Nobody's yet: whoever is a witness already does not enter again.
      identity: async () => undefined,
    },
    post: (path, body) => transport.post(path, body),
    makeKey: async () => ({ seed: chance(32) }),
    signerOf,
  });
  return enrol.enrolOrganiser(secret);
};
