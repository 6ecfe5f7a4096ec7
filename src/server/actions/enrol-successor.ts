import { err, ok, type Result } from '#base/result';
import type { Actor, Device } from '#domain/device';
import { type DeviceId, scopeOf } from '#domain/ids';
import { type Patch, put } from '#domain/record';
import { type Enrol, isProof } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { familyIn, familyNeeds, readFamily, sameMembers } from './device-family.ts';
import { ownerScope } from './owner-scope.ts';
import type { SignInDeps } from './sign-in.ts';

type WithDevice = Extract<Enrol, { with: 'device' }>;
type Entered = Result<Actor, ProblemCode>;

// A phone forks when its disk lies or when it was copied: once in years. Beyond this somebody plays, and the card is asked for again.
const MAX_HEIRS = 64;

/**
 * Lets a device whose chain has forked go on under a new key, vouched for with the old one: who holds that key may act for its owner anyway.
 * What the old key has brought stays known (device-family), so nothing is done twice. Ending a device ends what came out of it.
 */
export const enrolSuccessor = async (deps: Pick<SignInDeps, 'store' | 'clock'>, said: WithDevice): Promise<Entered> => {
  if (!(await isProof('succeed', { ...said, signature: said.vouch }, said.of))) return err('SignatureBad');
  const seen = await readFamily(deps.store, said.of);
  if (!seen) return err('SignInNeeded');
  const needs = [...familyNeeds(said.of, seen.root), ...familyNeeds(said.device, said.device)];
  const entered = await deps.store.judge(needs, (records): { patches: readonly Patch[]; answer: Entered | 'again' } => {
    const family = familyIn(records, said.of);
    if (!family || !sameMembers(family, seen)) return { patches: [], answer: 'again' };
    if (family.device.revoked) return { patches: [], answer: err('DeviceEnded') };
    const { actor } = family.device;
    const held = familyIn(records, said.device)?.device;
    if (held) return { patches: [], answer: held.family?.of === said.of && !held.revoked ? ok(actor) : err('NotAllowed') };
    if (family.members.length > MAX_HEIRS) return { patches: [], answer: err('NotAllowed') };
    return {
      patches: patchesOf(said, family.root, records.get(scopeOf('d', family.root), 'device', family.root), actor, deps.clock()),
      answer: ok(actor),
    };
  });
  return entered === 'again' ? enrolSuccessor(deps, said) : entered;
};

const patchesOf = (said: WithDevice, root: DeviceId, first: Device | undefined, actor: Actor, now: number): readonly Patch[] => {
  const { device, of, last } = said;
  const fresh: Device = { actor, enrolledAt: now, revoked: false, last, head: '', family: { root, of } };
  return [
    put(scopeOf('d', device), 'device', device, fresh),
    put(ownerScope(actor), 'key', device, { enrolledAt: now }),
    ...(first ? [put(scopeOf('d', root), 'device', root, { ...first, heirs: [...(first.heirs ?? []), device] })] : []),
  ];
};
