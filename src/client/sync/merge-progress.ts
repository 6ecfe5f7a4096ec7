import type { History, Progress, PulledPage } from './client-store.ts';

/** A device that never heard of a server. */
export const NO_PROGRESS: Progress = { epoch: '', last: 0, acknowledged: 0, safe: 0, serverTime: 0, seenAt: 0, heard: 0 };

/** Does this epoch start a new history, in which no held row or cursor means anything? */
export const startsAnew = (held: Progress, told: Pick<Progress, 'epoch'>): boolean => held.epoch !== '' && held.epoch !== told.epoch;

/**
 * Was it asked in a history that is over? Another tab has heard of a new one since, or found the server set back: an answer from before, heard
 * late, would say again of acts that they have arrived.
 */
export const isOver = (asked: History, held: History): boolean => asked.epoch !== held.epoch || asked.setBacks !== held.setBacks;

/**
 * Was another page taken since it was asked (a second tab, where the browser has no locks)? Rows say themselves whether they are news; of
 * what is judged, the question that was asked later may have been answered earlier.
 */
export const isOvertaken = (asked: History, held: History): boolean => asked.heard !== undefined && asked.heard !== (held.heard ?? 0);

/**
 * Has the server, in one and the same history, judged less than it had already said when it was asked? Then it was set back without
 * telling (a data file copied back, a disk that lied), and what it lost is brought again. True whatever another tab has pulled meanwhile.
 */
const wasSetBack = ({ basedOn, progress }: Pick<PulledPage, 'basedOn' | 'progress'>): boolean =>
  !startsAnew(basedOn, progress) && progress.last < Math.max(basedOn.last, basedOn.acknowledged);

/**
 * What is known after a page. `whole`: all of it was taken, nothing of it had been overtaken by another tab's.
 * Acts leave the replay only when their effects are certainly here: with the last page, and only if it was taken whole.
 */
export const mergeProgress = (held: Progress, page: Pick<PulledPage, 'basedOn' | 'progress' | 'more'>, whole: boolean): Progress => {
  const { epoch, last, safe, serverTime, seenAt } = page.progress;
  const effectsAreHere = whole && !page.more;
  const time = { serverTime, seenAt };
  const isSetBack = wasSetBack(page);
  const counted = { ...held, heard: (held.heard ?? 0) + 1 };
  const before = isSetBack ? { ...counted, setBacks: (held.setBacks ?? 0) + 1 } : counted;
  if (startsAnew(held, page.progress) || isSetBack)
    return { ...before, epoch, last: effectsAreHere ? last : Math.min(held.last, last), acknowledged: last, safe, ...(whole && time) };
  if (!whole) return { ...before, epoch };
  return {
    ...before,
    epoch,
    last: effectsAreHere ? Math.max(held.last, last) : held.last,
    acknowledged: Math.max(held.acknowledged, last),
    safe: Math.max(held.safe, safe),
    ...time,
  };
};

/** Acts up to here are needed neither for the replay nor for a restored server. */
export const settledUpTo = (progress: Progress): number => Math.min(progress.last, progress.safe);
