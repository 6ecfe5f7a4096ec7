import { type Bytes, fromBase64url, toBase64url } from '#base/bytes';
import { canonicalJson } from '#base/canonical-json';
import { err, ok, type Result } from '#base/result';
import { type Actor, type Card, type Device, invitedBy, SECRET_ID } from '#domain/device';
import { type DeviceId, type Scope, scopeOf } from '#domain/ids';
import { type Need, type Patch, put, type Records } from '#domain/record';
import type { Enrol, Enrolled } from '#protocol/entry';
import { isProof } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { certificateOf } from './certify-device.ts';
import { enrolSuccessor } from './enrol-successor.ts';
import { MAX_FAILURES, secretScope } from './open-card.ts';
import { ownerScope } from './owner-scope.ts';
import { isOurNonce, type SignInDeps, signedInToken } from './sign-in.ts';

/** Slow hash of a picture code: 12⁴ codes must not be tried quickly by someone who stole the database. */
export type HashCode = (code: readonly number[], salt: Bytes) => Promise<Bytes>;

export interface EnrolDeps extends SignInDeps {
  readonly hashCode: HashCode;
}

type WithCard = Extract<Enrol, { with: 'card' }>;
type WithInvitation = Extract<Enrol, { with: 'invitation' }>;
type Entered = Result<Actor, ProblemCode>;

/** Makes a device one of its owner's. Idempotent by device key: repeating it changes nothing and answers the same. */
export const enrol = async (deps: EnrolDeps, said: Enrol): Promise<Result<{ reply: Enrolled; token: string }, ProblemCode>> => {
  if (!isOurNonce(deps, said.nonce) || !(await isProof('enrol', said))) return err('SignatureBad');
  const scope = said.with === 'device' ? scopeOf('d', said.of) : await secretScope(said.secret);
  if (!deps.admit(`enrol:${scope}`)) return err('TooMany');
  const entered = await enterWith(deps, said, scope);
  if (!entered.ok) return entered;
  const certificate = await certificateOf(deps, entered.value, said.device);
  const reply: Enrolled = { device: said.device, actor: entered.value, serverTime: deps.clock(), ...(certificate && { certificate }) };
  return ok({ reply, token: signedInToken(deps, said.device) });
};

const enterWith = (deps: EnrolDeps, said: Enrol, scope: Scope): Promise<Entered> => {
  switch (said.with) {
    case 'card':
      return enterWithCard(deps, said, scope);
    case 'invitation':
      return enterWithInvitation(deps, said, scope);
    case 'device':
      return enrolSuccessor(deps, said);
  }
};

const needsOf = (scope: Scope, kind: 'card' | 'invitation', device: DeviceId): readonly Need[] => [
  { scope, kind, id: SECRET_ID },
  { scope: scopeOf('d', device), kind: 'device', id: device },
];

const enterWithCard = async (deps: EnrolDeps, said: WithCard, scope: Scope): Promise<Entered> => {
  const needs = needsOf(scope, 'card', said.device);
  const seen = (await deps.store.read(needs)).get(scope, 'card', SECRET_ID);
  if (!seen) return err('CardUnknown');
  // The slow hash is made before the transaction; if the code was chosen meanwhile by another device, it is made again with that salt.
  const salt = (seen.code && fromBase64url(seen.code.salt)) ?? deps.chance(16);
  const code = { salt: toBase64url(salt), hash: toBase64url(await deps.hashCode(said.code, salt)) };
  const entered = await deps.store.judge(needs, (records) => decideCard(records, deps, said, scope, code));
  return entered === 'again' ? enterWithCard(deps, said, scope) : entered;
};

type Code = NonNullable<Card['code']>;

const decideCard = (
  records: Records,
  deps: EnrolDeps,
  said: WithCard,
  scope: Scope,
  code: Code,
): { patches: readonly Patch[]; answer: Entered | 'again' } => {
  const card = records.get(scope, 'card', SECRET_ID);
  if (!card) return refuse('CardUnknown');
  if (card.state === 'void') return refuse('CardVoid');
  if (card.failures >= MAX_FAILURES) return refuse('CodeLocked');
  if (card.code && card.code.salt !== code.salt) return { patches: [], answer: 'again' };
  if (card.code && card.code.hash !== code.hash) {
    const failures = card.failures + 1;
    const patches = [put(scope, 'card', SECRET_ID, { ...card, failures })];
    return { patches, answer: err(failures >= MAX_FAILURES ? 'CodeLocked' : 'CodeWrong') };
  }
  const entered = enter(records, said.device, { role: 'person', person: card.person }, deps.clock());
  if (!entered.ok) return { patches: [], answer: entered };
  const same = card.code !== undefined && card.failures === 0;
  const kept = same ? [] : [put(scope, 'card', SECRET_ID, { ...card, code, failures: 0 })];
  return { patches: [...entered.value.patches, ...kept], answer: ok(entered.value.actor) };
};

const enterWithInvitation = (deps: EnrolDeps, said: WithInvitation, scope: Scope): Promise<Entered> =>
  deps.store.judge(needsOf(scope, 'invitation', said.device), (records): { patches: readonly Patch[]; answer: Entered } => {
    const invitation = records.get(scope, 'invitation', SECRET_ID);
    if (!invitation) return refuse('CardUnknown');
    const usedByIt = invitation.usedBy === said.device;
    if (!usedByIt && (invitation.state === 'void' || (invitation.expires ?? Infinity) <= deps.clock())) return refuse('CardVoid');
    const entered = enter(records, said.device, invitedBy(invitation), deps.clock());
    if (!entered.ok) return { patches: [], answer: entered };
    const used = { ...invitation, state: 'void' as const, usedBy: said.device };
    const kept = usedByIt || invitation.lasting ? [] : [put(scope, 'invitation', SECRET_ID, used)];
    return { patches: [...entered.value.patches, ...kept], answer: ok(entered.value.actor) };
  });

const refuse = (code: ProblemCode): { patches: readonly Patch[]; answer: Entered } => ({ patches: [], answer: err(code) });

/** The patches that make `device` one of `actor`'s; none when it is already; refused when it is somebody else's or was revoked. */
const enter = (
  records: Records,
  device: DeviceId,
  actor: Actor,
  now: number,
): Result<{ actor: Actor; patches: readonly Patch[] }, ProblemCode> => {
  const scope = scopeOf('d', device);
  const held = records.get(scope, 'device', device);
  if (held) return held.revoked || !sameActor(held.actor, actor) ? err('NotAllowed') : ok({ actor, patches: [] });
  const fresh: Device = { actor, enrolledAt: now, revoked: false, last: 0, head: '' };
  return ok({ actor, patches: [put(scope, 'device', device, fresh), put(ownerScope(actor), 'key', device, { enrolledAt: now })] });
};

const sameActor = (a: Actor, b: Actor): boolean => canonicalJson(a) === canonicalJson(b);
