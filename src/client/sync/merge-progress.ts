import type { Row } from '#domain/record';
import type { Progress } from './client-store.ts';

/** A device that never heard of a server. */
export const NO_PROGRESS: Progress = { epoch: '', last: 0, acknowledged: 0, safe: 0, serverTime: 0, seenAt: 0 };

/** What is known after hearing `told`. In one epoch nothing goes back, whatever the order in which two tabs heard; a new epoch is believed as told. */
export const mergeProgress = (held: Progress, told: Progress): Progress => {
  if (held.epoch !== '' && held.epoch !== told.epoch) return told;
  const time = held.serverTime > told.serverTime ? held : told;
  return {
    epoch: told.epoch,
    last: Math.max(held.last, told.last),
    acknowledged: Math.max(held.acknowledged, told.acknowledged),
    safe: Math.max(held.safe, told.safe),
    serverTime: time.serverTime,
    seenAt: time.seenAt,
  };
};

/** Does a page of this epoch start a new history, in which no held row or cursor means anything? */
export const startsAnew = (held: Progress, told: Pick<Progress, 'epoch'>): boolean => held.epoch !== '' && held.epoch !== told.epoch;

/** May an incoming row take the place of the held one? */
export const isNewer = (incoming: Pick<Row, 'seq'>, held: Pick<Row, 'seq'> | undefined): boolean =>
  held === undefined || incoming.seq > held.seq;

/** Acts up to here are needed neither for the replay nor for a restored server. */
export const settledUpTo = (progress: Progress): number => Math.min(progress.last, progress.safe);
