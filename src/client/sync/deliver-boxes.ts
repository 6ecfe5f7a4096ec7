import { fromBase64url, toBase64url } from '#base/bytes';
import { BOX_PATH, BoxReply } from '#protocol/courier';
import type { ProblemCode } from '#protocol/problem';
import { PROTOCOL } from '#protocol/version';
import { askOnce, type Said } from './ask.ts';
import type { HeldBox } from './client-store.ts';
import type { Session } from './session.ts';

// The courier's own trouble, or the server's: the box has to be brought again.
const LATER: readonly ProblemCode[] = ['SignInNeeded', 'DeviceEnded', 'TooMany', 'Broken', 'Away', 'StorageFull', 'MediaType', 'NotFound'];

/** Boxes that have still to be brought. One left here waits for the one before it. */
export const isToBring = ({ answer, problem }: HeldBox): boolean => answer === undefined && (problem === undefined || problem === 'Gap');

/**
 * Brings the server the boxes of others that this device holds, each with its answer kept for its sender. The value: how many were brought.
 * Safe to cut and to repeat: the server judges a box once, however often it comes.
 */
export const deliverBoxes = async ({ store, ...deps }: Pick<Session, 'store' | 'transport' | 'chance'>): Promise<Said<number>> => {
  let brought = 0;
  for (const { id, box, from } of (await store.boxes()).filter(isToBring)) {
    const said = await askOnce(deps, BOX_PATH, { protocol: PROTOCOL, box: toBase64url(box) }, BoxReply);
    if (said.type === 'silence' || (said.type === 'problem' && LATER.includes(said.code))) return said;
    if (said.type === 'problem') await store.answerBox(id, { problem: said.code });
    else await store.answerBox(id, outcomeOf(from, said.value));
    brought += 1;
  }
  return { type: 'answer', value: brought };
};

const outcomeOf = (from: HeldBox['from'], { answer, problem }: BoxReply): Parameters<Session['store']['answerBox']>[1] => {
  const bytes = fromBase64url(answer);
  // Who left this device will not come back for an answer.
  return { ...(from === 'carried' && bytes && { answer: bytes }), ...(problem && { problem }) };
};
