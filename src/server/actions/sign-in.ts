import type { Chance, Millis } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { Device } from '#domain/device';
import { type DeviceId, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import type { Challenge, Enrolled, SignIn } from '#protocol/entry';
import { isProof } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { type Certifying, certificateOf } from './certify-device.ts';
import type { Admit, Tokens } from './tokens.ts';

const CHALLENGE_MS = 120_000;
/** How long a sign-in lasts; the device signs in again by itself. */
export const SIGNED_IN_MS = 24 * 3_600_000;

export interface SignInDeps extends Certifying {
  readonly store: RecordStore;
  readonly tokens: Tokens;
  readonly chance: Chance;
  readonly admit: Admit;
}

/** A nonce good for two minutes; nothing is kept of it. */
export const challenge = ({ tokens, clock, chance }: Pick<SignInDeps, 'tokens' | 'clock' | 'chance'>): Challenge => {
  const serverTime = clock();
  return { nonce: tokens.seal('challenge', `${serverTime + CHALLENGE_MS} ${toBase64url(chance(16))}`), serverTime };
};

/** Was this nonce given by us less than two minutes ago? */
export const isOurNonce = ({ tokens, clock }: Pick<SignInDeps, 'tokens' | 'clock'>, nonce: string): boolean =>
  isAhead(tokens.open('challenge', nonce), clock());

const isAhead = (text: string | null, now: Millis): boolean => text !== null && Number(text.split(' ')[0]) > now;

/** The cookie's value of a device that has proved itself. It says who for 24 hours; rights are looked up at each use. */
export const signedInToken = ({ tokens, clock }: Pick<SignInDeps, 'tokens' | 'clock'>, device: DeviceId): string =>
  tokens.seal('signed-in', `${clock() + SIGNED_IN_MS} ${device}`);

/** A device signs in by signing a nonce of ours. `SignInNeeded`: not one of ours yet (enrol it); `DeviceEnded`: it was revoked. */
export const signIn = async (deps: SignInDeps, said: SignIn): Promise<Result<{ reply: Enrolled; token: string }, ProblemCode>> => {
  if (!isOurNonce(deps, said.nonce) || !(await isProof('sign-in', said))) return err('SignatureBad');
  if (!deps.admit(`sign-in:${said.device}`)) return err('TooMany');
  const device = await readDevice(deps.store, said.device);
  if (!device.ok) return device;
  const certificate = await certificateOf(deps, device.value.actor, said.device);
  const reply: Enrolled = { device: said.device, actor: device.value.actor, serverTime: deps.clock(), ...(certificate && { certificate }) };
  return ok({ reply, token: signedInToken(deps, said.device) });
};

/** Whose request is this? The device of the cookie, looked up anew each time, so that a revoked one is out at once. */
export const signedIn = async (
  { store, tokens, clock }: Pick<SignInDeps, 'store' | 'tokens' | 'clock'>,
  token: string | undefined,
): Promise<Result<{ readonly id: DeviceId; readonly device: Device }, ProblemCode>> => {
  const text = token === undefined ? null : tokens.open('signed-in', token);
  if (text === null || !isAhead(text, clock())) return err('SignInNeeded');
  const id = text.slice(text.indexOf(' ') + 1) as DeviceId;
  const device = await readDevice(store, id);
  return device.ok ? ok({ id, device: device.value }) : device;
};

/** A device as it stands now. */
export const readDevice = async (store: RecordStore, id: DeviceId): Promise<Result<Device, ProblemCode>> => {
  const scope = scopeOf('d', id);
  const device = (await store.read([{ scope, kind: 'device', id }])).get(scope, 'device', id);
  if (!device) return err('SignInNeeded');
  return device.revoked ? err('DeviceEnded') : ok(device);
};
