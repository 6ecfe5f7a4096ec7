import type { Bytes } from '#base/bytes';
import { answeredBox, type BoxAnswer, openAnswer } from '#protocol/box-answer';
import type { ProblemCode } from '#protocol/problem';
import type { SentBox } from './client-store.ts';
import { isOwnChain } from './own-chain.ts';
import { isLongAway, pageOf } from './pull.ts';
import type { Session } from './session.ts';

type ReadDeps = Pick<Session, 'store' | 'clock' | 'identity'>;

/** What an answer brought. `foreign`: none of ours, altered, or of a box that is settled; `refused`: the server could not judge what was sent. */
export type AnswerRead =
  | { readonly type: 'taken' }
  | { readonly type: 'foreign' }
  | { readonly type: 'refused'; readonly code: ProblemCode };

/** Takes in the answer to a box of this device, as if a push and a pull had just ended. Safe to repeat. */
export const readAnswer = async (deps: ReadDeps, answer: Bytes): Promise<AnswerRead> => {
  const { store, identity } = deps;
  const id = answeredBox(answer);
  const sent = (await store.sentBoxes()).find((box) => box.id === id);
  const said = sent && (await openAnswer(sent.answerKey, answer));
  if (!sent || !said) return { type: 'foreign' };
  if (said.problem === 'DeviceEnded') {
    await store.end(identity.device);
    return { type: 'refused', code: said.problem };
  }
  if (said.pull && !isOwnChain(said.pull, await store.sealed(), await store.segments())) return { type: 'refused', code: 'Fork' };
  await believe(deps, sent, said);
  return said.problem ? { type: 'refused', code: said.problem } : { type: 'taken' };
};

const believe = async ({ store, clock, identity }: ReadDeps, sent: SentBox, { acknowledged, pull }: BoxAnswer): Promise<void> => {
  if (acknowledged?.device === identity.device) {
    const last = Math.min(acknowledged.last, sent.last);
    await store.acknowledge(identity.device, last, sent.basedOn);
    await store.settleSentBoxes(identity.device, last);
  }
  // Who slept so long begins anew, and needs a network for it.
  if (pull?.nonce === sent.id && !isLongAway(sent.basedOn, pull))
    await store.applyPull(pageOf({ of: identity.device, ...sent }, pull, clock()));
};
