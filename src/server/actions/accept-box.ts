import type { Chance } from '#base/ambient';
import { type Bytes, fromBase64url, toBase64url } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { DeviceId } from '#domain/ids';
import { type BoxedBytes, type BoxKeyPair, type OpenedBox, openBox } from '#protocol/box';
import { type BoxAnswer, closeAnswer, TOLD_TO_SENDER } from '#protocol/box-answer';
import type { BoxReply, BoxRequest } from '#protocol/courier';
import type { ProblemCode } from '#protocol/problem';
import type { PullReply, PushReply } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import { acceptPush, type PushDeps } from './accept-push.ts';
import { answerPull, type PullDeps } from './answer-pull.ts';
import type { Receiver } from './receive-media.ts';
import type { Who } from './scopes-of.ts';
import { readDevice } from './sign-in.ts';

export interface BoxDeps extends PushDeps, PullDeps {
  readonly boxKey: BoxKeyPair;
  readonly chance: Chance;
  readonly receiver: Pick<Receiver, 'begin' | 'append'>;
}

/** What a sender is told of, with its answer; the courier hears the code alone. */
type Told = (typeof TOLD_TO_SENDER)[number];

/**
 * Judges what a device without network did, brought by any device that has signed in, and closes the answer for its sender. Safe to repeat:
 * a box brought twice is judged once and answered twice. What cannot be opened, or is nobody's, is refused to the courier, nothing stored.
 */
export const acceptBox = async (deps: BoxDeps, courier: Who, request: BoxRequest): Promise<Result<BoxReply, ProblemCode>> => {
  if (!deps.admit(`box:${courier.id}`)) return err('TooMany');
  const bytes = fromBase64url(request.box);
  const opened = bytes ? await openBox(deps.boxKey, bytes) : err('Malformed' as const);
  if (!opened.ok) return opened;
  const { segments, device, bytes: shown } = opened.value.said;
  const pushed = segments.length > 0 ? await acceptPush(deps, { protocol: PROTOCOL, nonce: request.nonce, segments }) : undefined;
  if (pushed && !pushed.ok && !isTold(pushed.error)) return err(forCourier(pushed.error));
  const sender = await readDevice(deps.store, device);
  if (!sender.ok && !isTold(sender.error)) return err(forCourier(sender.error));
  const brought = sender.ok && shown ? await bring(deps.receiver, { id: device, device: sender.value }, shown) : undefined;
  if (brought && brought !== 'Gap') return err(brought);
  const news = sender.ok ? await answerPull(deps, { id: device, device: sender.value }, pullOf(opened.value)) : sender;
  if (!news.ok && !isTold(news.error)) return news;
  const problem = brought ?? [pushed, news].flatMap((said) => (said && !said.ok && isTold(said.error) ? [said.error] : []))[0];
  const answer = answerOf(device, pushed, problem, news.ok ? news.value : undefined);
  const closed = await closeInRoom(opened.value, answer, deps.chance);
  return ok({
    protocol: PROTOCOL,
    nonce: request.nonce,
    serverTime: deps.clock(),
    answer: toBase64url(closed),
    ...(problem && { problem }),
  });
};

/** Bytes go on where the others ended; undefined when they are there. `Gap`: those before them have still to come. */
const bring = async (
  receiver: BoxDeps['receiver'],
  who: Who,
  { bytes, offset, ...shown }: BoxedBytes,
): Promise<ProblemCode | undefined> => {
  const part = fromBase64url(bytes);
  if (!part) return 'Malformed';
  const begun = await receiver.begin(who, shown);
  if (!begun.ok) return forBytes(begun.error);
  if (begun.value.offset >= offset + part.length) return undefined;
  if (begun.value.offset < offset) return 'Gap';
  const said = await receiver.append(who, shown, {
    offset: begun.value.offset,
    bytes: part.slice(begun.value.offset - offset),
    whole: true,
  });
  return said.ok ? undefined : forBytes(said.error);
};

// To a courier these two would mean that this server takes no boxes at all.
const forBytes = (code: ProblemCode): ProblemCode => (code === 'NotFound' || code === 'MediaType' ? 'Malformed' : code);

const isTold = (code: ProblemCode): code is Told => TOLD_TO_SENDER.some((told) => told === code);

// The courier has signed in: it is the sender that nobody knows.
const forCourier = (code: ProblemCode): ProblemCode => (code === 'SignInNeeded' ? 'NotAllowed' : code);

const pullOf = ({ id, said: { device, cursors } }: OpenedBox) => ({ protocol: PROTOCOL, nonce: id, device, cursors }) as const;

const answerOf = (
  device: DeviceId,
  pushed: Result<PushReply, ProblemCode> | undefined,
  problem: Told | undefined,
  pull: PullReply | undefined,
): BoxAnswer => {
  const acknowledged = pushed?.ok ? pushed.value.acknowledged.find((one) => one.device === device) : undefined;
  return { protocol: PROTOCOL, ...(acknowledged && { acknowledged }), ...(problem && { problem }), ...(pull && { pull }) };
};

/** The answer with as many of its rows, from the first, as there is room for; its owner's own scopes come first. */
const closeInRoom = async ({ id, answerKey, said: { room } }: OpenedBox, answer: BoxAnswer, chance: Chance): Promise<Bytes> => {
  const rows = answer.pull?.scopes.reduce((sum, scope) => sum + scope.rows.length, 0) ?? 0;
  const close = (kept: number) => closeAnswer(id, answerKey, chance(12), kept < rows ? shortened(answer, kept) : answer);
  for (let kept = rows; kept > 0; kept = Math.floor(kept / 2)) {
    const closed = await close(kept);
    if (closed.length <= room) return closed;
  }
  return close(0);
};

/** The first rows only; what was cut is asked for again another time. */
const shortened = (answer: BoxAnswer, kept: number): BoxAnswer => {
  if (!answer.pull) return answer;
  let left = kept;
  const scopes = answer.pull.scopes.map((page) => {
    const rows = page.rows.slice(0, left);
    left -= rows.length;
    if (rows.length === page.rows.length) return page;
    return { ...page, rows, cursor: rows.at(-1)?.seq ?? before(page.rows) };
  });
  return { ...answer, pull: { ...answer.pull, scopes, more: true } };
};

// A cursor just before the first row that was cut.
const before = (rows: PullReply['scopes'][number]['rows']): number => Math.max(0, (rows[0]?.seq ?? 1) - 1);
