import { describe, expect, it } from 'vitest';
import { type CheckDeps, createCheckCredentials } from '#client/actions/check-credentials';
import { CATALOGUE, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { aBadge, aRow, aSealedBadge, at, badgeId, clockAt, PERSON, STRUCTURE } from '../../build/field.ts';
import { memoryClientStore } from '../../build/memory-client-store.ts';
import { pullInto } from '../../build/pulled-page.ts';

const PEOPLE = scopeOf('p', PERSON);
const issuer = { did: 'did:web:x', name: 'Atelier', document: {}, statusList: {}, asOf: 1 };

const holding = async (...rows: readonly Row[]) => {
  const store = memoryClientStore();
  const pull = (seq: number, ...more: readonly Row[]) =>
    pullInto(store, { serverTime: seq }, [
      { scope: PEOPLE, cursor: seq, rows: more.filter(({ scope }) => scope === PEOPLE) },
      { scope: CATALOGUE, cursor: seq, rows: more.filter(({ scope }) => scope === CATALOGUE) },
    ]);
  await pull(1, ...rows, aRow(CATALOGUE, 'issuer', STRUCTURE, issuer));
  const seen: unknown[] = [];
  const check = (verdict: 'valid' | 'invalid' | 'unknown', clock = clockAt('2026-05-30T10:00Z')) => {
    const verify: CheckDeps['verify'] = async (credential, issuers, when) => {
      seen.push({ credential, issuers: issuers.length, when });
      return verdict;
    };
    return createCheckCredentials({ store, clock, verify })(PERSON);
  };
  return { store, pull, check, seen };
};

const sealed = (n: number, seq = 1) => [
  aRow(PEOPLE, 'badge', badgeId(n), aSealedBadge(), seq),
  aRow(PEOPLE, 'credential', badgeId(n), { credential: { id: n } }, seq),
];

describe('checking credentials', () => {
  it('checks each sealed badge once, with the issuers at hand', async () => {
    const { store, check, seen } = await holding(...sealed(1), ...sealed(2), aRow(PEOPLE, 'badge', badgeId(3), aBadge()));
    expect(await check('valid')).toBe(2);
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual({ credential: { id: 1 }, issuers: 1, when: at('2026-05-30T10:00Z') });
    expect([...(await store.checks()).values()].map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(await check('invalid')).toBe(0);
  });

  it('tries again what it could not decide', async () => {
    const { check } = await holding(...sealed(1));
    expect(await check('unknown')).toBe(1);
    expect(await check('valid')).toBe(1);
    expect(await check('valid')).toBe(0);
  });

  it('checks a badge again that was sealed again', async () => {
    const { check, pull } = await holding(...sealed(1));
    await check('valid');
    await pull(2, aRow(PEOPLE, 'badge', badgeId(1), aSealedBadge({ sealedAt: at('2026-06-01T00:00Z') }), 2));
    expect(await check('valid')).toBe(1);
  });

  it('waits for a credential that has not come yet', async () => {
    const [badge, credential] = sealed(1);
    if (!badge || !credential) throw new Error('two rows');
    const { check, pull } = await holding(badge);
    expect(await check('valid')).toBe(0);
    await pull(2, { ...credential, seq: 2 });
    expect(await check('valid')).toBe(1);
  });

  it('on a phone whose clock is years behind looks at a badge as of its sealing', async () => {
    const { check, seen } = await holding(...sealed(1));
    await check('valid', clockAt('2011-01-01T00:00Z'));
    expect(seen).toMatchObject([{ when: at('2026-05-30T09:05Z') }]);
  });
});
