import { utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import { MAX_ACTIONS, MAX_PUSH_ACTIONS } from '#protocol/limits';
import { sealSegment } from '#protocol/segment';
import { PushReply } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import { askOnce, type Said } from './ask.ts';
import type { SealedSegment } from './client-store.ts';
import type { Session } from './session.ts';

type SealDeps = Pick<Session, 'store' | 'signer'>;

type PushDeps = Pick<Session, 'store' | 'transport' | 'signer' | 'chance' | 'identity'>;

// One segment stays under MAX_PUSH_BYTES even where the browser cannot compress.
const PUSH_BYTES = 200 * 1024;
// Several in one push stay under MAX_PUSH_BYTES_INFLATED. Should they not compress well enough, or the server be of before pushes grew,
// they are brought one by one.
const MANY_BYTES = 800 * 1024;
const SEALED_AT_ONCE = MAX_PUSH_ACTIONS / MAX_ACTIONS;
// Against a store or a server that says yes and keeps nothing: far above what 90 days offline can need.
const MAX_PUSHES = 400;

const sizeOf = (value: unknown): number => utf8(JSON.stringify(value)).length;

/** The longest start of `list` that keeps to a number and a size; at least one. */
export const startOf = <T>(list: readonly T[], bytes: number, countOf: (item: T) => number, most = MAX_ACTIONS): readonly T[] => {
  let size = 0;
  let count = 0;
  const end = list.findIndex((item) => {
    size += sizeOf(item);
    count += countOf(item);
    return size > bytes || count > most;
  });
  return end < 0 ? list : list.slice(0, Math.max(1, end));
};

/** Seals the next acts into one segment of about `bytes` at most, and keeps it; false when there was nothing to seal. */
export const sealNext = async ({ store, signer }: SealDeps, bytes = PUSH_BYTES): Promise<boolean> => {
  const { head } = await store.sealed();
  const actions = startOf(
    (await store.unsealed(MAX_ACTIONS)).map((entry) => entry.action),
    bytes,
    () => 1,
  );
  const last = actions.at(-1)?.n;
  if (last === undefined) return false;
  const sealed = await sealSegment(signer, head, actions);
  await store.keepSegment({ last, head: sealed.head, segment: sealed.segment });
  return true;
};

/**
 * Brings the server every act after number `from`: first the segments already sealed, byte for byte as they are; only when those have
 * arrived, the rest is sealed. So a phone that tries in vain for weeks makes one small segment, not one for each try.
 * The answer's value is the last number the server has acknowledged.
 */
export const pushAll = async (deps: PushDeps, from: number): Promise<Said<number>> => {
  let acknowledged = from;
  let oneByOne = false;
  for (let pushes = 0; pushes < MAX_PUSHES; pushes++) {
    const waiting = (await deps.store.segments()).filter(({ last }) => last > acknowledged);
    if (waiting.length > 0) {
      const said = await pushBatch(deps, oneByOne ? waiting.slice(0, 1) : startOf(waiting, MANY_BYTES, lengthOf, MAX_PUSH_ACTIONS));
      if (said.type === 'problem' && said.code === 'TooLarge' && !oneByOne) {
        oneByOne = true;
        continue;
      }
      if (said.type !== 'answer') return said;
      if (said.value <= acknowledged) return { type: 'silence', why: 'foreign' };
      acknowledged = said.value;
    } else if ((await sealSome(deps)) === 0) return { type: 'answer', value: acknowledged };
  }
  return { type: 'silence', why: 'foreign' };
};

const lengthOf = ({ segment }: SealedSegment): number => segment.actions.length;

/** Seals what fits into one push; says how many segments that made. */
const sealSome = async (deps: PushDeps): Promise<number> => {
  let segments = 0;
  while (segments < SEALED_AT_ONCE && (await sealNext(deps))) segments++;
  return segments;
};

const pushBatch = async (deps: PushDeps, batch: readonly SealedSegment[]): Promise<Said<number>> => {
  const basedOn = await deps.store.progress();
  const body = { protocol: PROTOCOL, segments: batch.map(({ segment }) => segment) as unknown as Json };
  const said = await askOnce(deps, '/api/sync/push', body, PushReply);
  if (said.type !== 'answer') return said;
  const mine = said.value.acknowledged.find(({ device }) => device === deps.signer.publicKey);
  const newest = batch.at(-1);
  if (!mine || !newest) return { type: 'silence', why: 'foreign' };
  // The same number on another chain: these acts are not the ones the server has.
  if (mine.last === newest.last && mine.head !== newest.head) return { type: 'problem', code: 'Fork' };
  // Never more than was sent: an older copy of this device may have gone further.
  const last = Math.min(mine.last, newest.last);
  await deps.store.acknowledge(deps.identity.device, last, basedOn);
  return { type: 'answer', value: last };
};
