import type { Signer } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { canonicalJson, type Json } from '#base/canonical-json';
import type { Actor } from '#domain/device';
import type { DeviceId } from '#domain/ids';
import type { Person } from '#domain/person';
import { Challenge, Enrolled, OpenedCard, proofBytes } from '#protocol/entry';
import { parseAs } from './parse-as.ts';
import type { Key, Post, Posted } from './ports.ts';

export interface EnrolDeps {
  readonly store: {
    keepKey(fresh: Key): Promise<Key>;
    key(): Promise<Key | undefined>;
    /** Lets go of a key that made this device nobody's; false when the device is somebody's. */
    forgetKey(): Promise<boolean>;
    adopt(identity: {
      readonly device: DeviceId;
      readonly actor: Actor;
      readonly keyPair: Key;
      readonly certificate?: string;
    }): Promise<boolean>;
    identity(): Promise<{ readonly actor: Actor } | undefined>;
  };
  readonly post: Post;
  /** Makes a key pair whose private half cannot be read. */
  readonly makeKey: () => Promise<Key>;
  readonly signerOf: (key: Key) => Promise<Signer>;
}

/** Why something that needs the server did not happen. */
export type EntryRefusal =
  | 'no-network'
  | 'CardUnknown'
  | 'CardVoid'
  | 'CodeWrong'
  | 'CodeLocked'
  | 'Broken'
  | 'TooMany'
  | 'Malformed'
  | 'NotAllowed';

/** What is said of the owner of a card before she enters: enough to say "ce n'est pas moi". */
export interface Greeting {
  readonly me: Pick<Person, 'firstName' | 'figure' | 'mark'>;
  readonly hasCode: boolean;
  readonly structure: string;
}

export interface EnrolActs {
  openCard(secret: string): Promise<Greeting | EntryRefusal>;
  /** A card and its four pictures make this device its owner's. */
  enrol(secret: string, code: readonly number[]): Promise<'enrolled' | EntryRefusal>;
  /** An invitation makes this device an organiser's. */
  enrolOrganiser(secret: string): Promise<'enrolled' | EntryRefusal>;
}

/**
 * How a device becomes somebody's. The key is kept before anyone hears of it, and enrolled under the same key until the answer has arrived:
 * a kill anywhere in between leaves neither a lost key nor a second device.
 */
export const createEnrol = (deps: EnrolDeps): EnrolActs => ({
  openCard: async (secret) => {
    const posted = await deps.post('/api/card/open', { secret });
    if (posted.type !== 'answer') return refusalOf(posted);
    const card = await parseAs(OpenedCard, posted.body);
    if (!card) return 'no-network';
    const { firstName, figure, mark, hasCode, structure } = card;
    return { me: { firstName, figure, mark }, hasCode, structure };
  },
  enrol: (secret, code) => enter(deps, { with: 'card', secret, code }),
  enrolOrganiser: (secret) => enter(deps, { with: 'invitation', secret }),
});

type Pass = { readonly [name: string]: Json } & ({ readonly with: 'card' } | { readonly with: 'invitation' });

/**
 * Enters, and once more under a fresh key when the kept one may not: an earlier entry never came to its end here, and that device was
 * ended since or is somebody else's.
 */
const enter = async (deps: EnrolDeps, pass: Pass): Promise<'enrolled' | EntryRefusal> => {
  const entered = await enterOnce(deps, pass);
  return entered === 'NotAllowed' && (await deps.store.forgetKey()) ? enterOnce(deps, pass) : entered;
};

const enterOnce = async ({ store, post, makeKey, signerOf }: EnrolDeps, pass: Pass): Promise<'enrolled' | EntryRefusal> => {
  const key = (await store.key()) ?? (await store.keepKey(await makeKey()));
  const signer = await signerOf(key);
  const asked = await post('/api/challenge', {});
  if (asked.type !== 'answer') return refusalOf(asked);
  const challenge = await parseAs(Challenge, asked.body);
  if (!challenge) return 'no-network';
  const { nonce } = challenge;
  const signature = toBase64url(await signer.sign(proofBytes('enrol', signer.publicKey, nonce)));
  const posted = await post('/api/enrol', { ...pass, device: signer.publicKey, nonce, signature });
  if (posted.type !== 'answer') return refusalOf(posted);
  const enrolled = await parseAs(Enrolled, posted.body);
  if (!enrolled || enrolled.device !== signer.publicKey) return 'no-network';
  const { device, actor, certificate } = enrolled;
  if (await store.adopt({ device, actor, keyPair: key, ...(certificate !== undefined && { certificate }) })) return 'enrolled';
  // Another tab was quicker, under another key: whose the device is now, it stays.
  const held = await store.identity();
  return held && canonicalJson(held.actor) === canonicalJson(actor) ? 'enrolled' : 'NotAllowed';
};

const SAID = new Set<string>(['CardUnknown', 'CardVoid', 'CodeWrong', 'CodeLocked', 'TooMany', 'Malformed', 'NotAllowed']);

const isSaid = (code: string): code is EntryRefusal => SAID.has(code);

const refusalOf = (posted: Exclude<Posted, { type: 'answer' }>): EntryRefusal => {
  if (posted.type === 'silence') return 'no-network';
  return isSaid(posted.code) ? posted.code : 'Broken';
};
