import type { Clock } from '#base/ambient';
import { CATALOGUE, type PersonId, scopeOf } from '#domain/ids';
import type { Issuer } from '#domain/structure';
import { ISSUER_NEEDS } from './issuer-keys.ts';
import type { ReadRecords } from './ports.ts';

/** What checking a credential found. */
export interface Found {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly at: number;
  readonly of: number;
}

export interface CheckDeps {
  readonly store: ReadRecords & {
    checks(): Promise<ReadonlyMap<string, Found>>;
    keepCheck(badge: string, check: Found): Promise<void>;
  };
  /**
   * Verifies one credential as of `at` with nothing but the issuers at hand. An argument, so that its weight is loaded only when there is
   * one to check.
   */
  readonly verify: (credential: { readonly [name: string]: unknown }, issuers: readonly Issuer[], at: number) => Promise<Found['verdict']>;
  readonly clock: Clock;
}

/**
 * Checks every sealed badge of a person that this device has not checked yet, or could not: to be called after each pull.
 * One at a time, each kept as soon as it is found: a kill loses one. Returns how many were checked.
 */
export const createCheckCredentials =
  ({ store, verify, clock }: CheckDeps) =>
  async (person: PersonId): Promise<number> => {
    const scope = scopeOf('p', person);
    const [records, checks] = [await store.read([{ scope, kind: 'badge' }, ...ISSUER_NEEDS]), await store.checks()];
    const issuers = records.list(CATALOGUE, 'issuer').map(({ body }) => body);
    let count = 0;
    for (const { id, body } of records.list(scope, 'badge')) {
      if (body.step !== 'sealed' || isSettled(checks.get(id), body.sealedAt)) continue;
      const held = (await store.read([{ scope, kind: 'credential', id }])).get(scope, 'credential', id);
      if (!held) continue;
      // Never before it was signed: on a phone whose clock is slow, a fresh badge would come from the future.
      const at = Math.max(clock(), body.sealedAt);
      await store.keepCheck(id, { verdict: await verify(held.credential, issuers, at), at, of: body.sealedAt });
      count += 1;
    }
    return count;
  };

// What could not be decided is tried again: the issuer's document may have come since. A badge sealed again is another credential.
const isSettled = (check: Found | undefined, sealedAt: number): boolean =>
  check !== undefined && check.verdict !== 'unknown' && check.of === sealedAt;
