import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import { checkStructure } from '#credentials/check-structure';
import { contextsFor } from '#credentials/contexts-for';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import { toQuads } from '#credentials/to-quads';
import { verifyAssertion } from '#credentials/verify-assertion';
import { verifyFile } from '#credentials/verify-file';
import { aBadge, DAY, NOW } from './fixtures.ts';
import { aBadgeClass, anAssertion, anIssuer, EMAIL, HOST, options, serving } from './old-fixtures.ts';

const all = [anAssertion, aBadgeClass, anIssuer];
const documents = serving(all);
const check = (given: JsonObject | string, more: object = { documents }) =>
  verifyAssertion(typeof given === 'string' ? given : JSON.stringify(given), { ...options, ...more });

describe('a hosted badge', () => {
  it('is valid when its host says the same and lies where its issuer says', async () => {
    expect(await check(anAssertion)).toMatchObject({
      verdict: 'valid',
      signature: 'absent',
      securedBy: 'hosted',
      issuer: 'known',
      status: 'active',
      statusAsOf: NOW,
      problems: [],
      issuerId: `${HOST}/i/1`,
    });
    expect((await check(`${HOST}/a/1`)).verdict).toBe('valid');
    expect((await verifyFile(utf8(` ${HOST}/a/1\n`), { ...options, documents })).verdict).toBe('valid');
  });

  it('stays to be checked as long as any of its documents is not at hand', async () => {
    expect(await check(anAssertion, {})).toMatchObject({
      verdict: 'unknown',
      securedBy: null,
      issuer: 'unknown',
      problems: ['to-be-checked'],
    });
    for (const missing of all) {
      const report = await check(anAssertion, { documents: serving(all.filter((one) => one !== missing)) });
      expect(report).toMatchObject({ verdict: 'unknown', problems: ['to-be-checked'] });
    }
    expect(await check(`${HOST}/a/1`, {})).toMatchObject({ verdict: 'unknown', credential: null, problems: ['to-be-checked'] });
    const page = { [`${HOST}/a/1`]: { content: '<html>Connexion au réseau</html>' } };
    expect(await check(anAssertion, { documents: serving(all, page) })).toMatchObject({ verdict: 'unknown', problems: ['to-be-checked'] });
  });

  it('is to be checked again a month after its host was asked', async () => {
    const then = (asOf: number) => ({ documents: (address: string) => ({ ...documents(address), asOf }) });
    expect(await check(anAssertion, then(NOW - 29 * DAY))).toMatchObject({ verdict: 'valid', statusAsOf: NOW - 29 * DAY });
    expect(await check(anAssertion, then(NOW - 30 * DAY))).toMatchObject({
      verdict: 'unknown',
      status: 'unknown',
      statusAsOf: NOW - 30 * DAY,
      problems: ['status-list-stale', 'to-be-checked'],
    });
  });

  it('is revoked when its host says so or has it no more', async () => {
    for (const served of [
      { content: { id: `${HOST}/a/1`, revoked: true } },
      { gone: true },
      { content: { ...anAssertion, revoked: true } },
    ]) {
      const revoked = { documents: serving(all, { [`${HOST}/a/1`]: { ...served, asOf: NOW - DAY } }) };
      for (const given of [anAssertion, `${HOST}/a/1`]) {
        expect(await check(given, revoked)).toMatchObject({ verdict: 'invalid', status: 'revoked', problems: ['revoked'] });
      }
      expect((await check(anAssertion, revoked)).statusAsOf).toBe(NOW - DAY);
    }
    expect(await check({ ...anAssertion, revoked: true })).toMatchObject({ verdict: 'invalid', status: 'revoked' });
  });

  it('that says anything else than its host is invalid', async () => {
    const recipient = anAssertion['recipient'] as JsonObject;
    for (const change of [
      { recipient: { ...recipient, identity: `sha256$${'0'.repeat(64)}` } },
      { recipient: { ...recipient, salt: 'poivre' } },
      { recipient: { type: 'email', hashed: false, identity: EMAIL } },
      { badge: `${HOST}/b/2` },
      { badge: { ...aBadgeClass, name: 'Diriger une cuisine' } },
      { badge: { ...aBadgeClass, id: `${HOST}/b/2` } },
      { issuedOn: '2025-01-31T10:00:00+01:00' },
      { expires: '2030-01-01T00:00:00Z' },
      { narrative: 'Elle a tout inventé.' },
      { evidence: [`${HOST}/e/2`] },
      { uid: '7' },
    ]) {
      const report = await check({ ...anAssertion, ...change }, { documents: serving([...all, { ...aBadgeClass, id: `${HOST}/b/2` }]) });
      expect(report.verdict, JSON.stringify(change)).toBe('invalid');
      expect(report.problems, JSON.stringify(change)).toContain('differs-from-host');
    }
  });

  it('may say the same in another way', async () => {
    for (const change of [
      { badge: aBadgeClass },
      { issuedOn: '2026-01-31T09:00:00Z' },
      { image: `${HOST}/a/1.png` },
      { evidence: undefined, narrative: undefined },
      { '@context': ['https://w3id.org/openbadges/v2', { ex: 'https://ex.example/#' }], 'ex:thing': 1 },
      { verification: { type: ['HostedBadge'] } },
      {
        recipient: {
          ...(anAssertion['recipient'] as JsonObject),
          identity: String((anAssertion['recipient'] as JsonObject)['identity']).replace(/[a-f]/g, (it) => it.toUpperCase()),
        },
      },
    ]) {
      expect(await check({ ...anAssertion, ...change }), JSON.stringify(change)).toMatchObject({ verdict: 'valid', problems: [] });
    }
  });

  it('outside the addresses of its issuer is invalid, however true its host says it is', async () => {
    const elsewhere = { ...anAssertion, id: 'https://badges.example.evil.example/a/1' };
    const rules: readonly (readonly [JsonObject, boolean])[] = [
      [{}, false],
      [{ verification: { allowedOrigins: 'badges.example.evil.example' } }, true],
      [{ verification: { allowedOrigins: ['badges.example'] } }, false],
      [{ verification: { startsWith: HOST } }, false],
      [{ verification: { startsWith: 'https://badges.example.evil.example/a/' } }, true],
      [{ verification: { startsWith: ['https://badges.example.evil.example/b/', HOST] } }, false],
      [{ verification: { startsWith: 'https://badges.example.evil.example/a/', allowedOrigins: 'badges.example' } }, false],
    ];
    for (const [rule, allowed] of rules) {
      const report = await check(elsewhere, { documents: serving([elsewhere, aBadgeClass, { ...anIssuer, ...rule }]) });
      expect(report.verdict, JSON.stringify(rule)).toBe(allowed ? 'valid' : 'invalid');
      expect([report.issuer, report.problems]).toEqual(allowed ? ['known', []] : ['mismatch', ['not-in-scope']]);
    }
  });

  it('says nothing of an issuer that is only described in it', async () => {
    const claimed = {
      ...aBadgeClass,
      issuer: { ...anIssuer, id: 'https://known.example/i', verification: { allowedOrigins: 'badges.example' } },
    };
    const report = await check({ ...anAssertion, badge: claimed }, { documents: serving([{ ...anAssertion, badge: claimed }]) });
    expect(report).toMatchObject({ verdict: 'unknown', issuer: 'unknown', problems: ['to-be-checked'] });
    const nobody = { ...aBadgeClass, issuer: { ...anIssuer, id: 'urn:uuid:0197c111-2b3c-7d4e-9f5a-123456789abc' } };
    const other = await check({ ...anAssertion, badge: nobody }, { documents: serving([{ ...anAssertion, badge: nobody }]) });
    expect(other).toMatchObject({ verdict: 'unknown', issuer: 'unknown', problems: ['key-unbound'] });
  });

  it('tells whether it was given to the person who brings it', async () => {
    for (const [recipients, verdict] of [
      [[EMAIL], 'valid'],
      [['autre@example.org', ' Claire@Example.org '], 'valid'],
      [['autre@example.org'], 'invalid'],
      [[], 'invalid'],
    ] as const) {
      const report = await check(anAssertion, { documents, recipients });
      expect(report.verdict).toBe(verdict);
      expect(report.problems).toEqual(verdict === 'valid' ? [] : ['recipient-mismatch']);
    }
  });

  it('that is over, not begun or of no known date is invalid', async () => {
    for (const [change, problem] of [
      [{ expires: '2026-05-01T00:00:00Z' }, 'expired'],
      [{ issuedOn: '2026-06-01T00:00:00Z' }, 'not-yet-valid'],
      [{ issuedOn: '2026-02-30T00:00:00Z' }, 'bad-date'],
      [{ issuedOn: undefined }, 'bad-date'],
      [{ expires: '2025-01-01T00:00:00Z' }, 'bad-date'],
    ] as const) {
      const changed = JSON.parse(JSON.stringify({ ...anAssertion, ...change }));
      expect(await check(changed, { documents: serving([changed, aBadgeClass, anIssuer]) })).toMatchObject({
        verdict: 'invalid',
        problems: [problem],
      });
    }
  });

  it('of the wrong shape is invalid, and says which member is wrong', async () => {
    for (const [change, problem] of [
      [{ '@context': 'https://w3id.org/openbadges/v3' }, 'bad-context'],
      [{ type: 'Badge' }, 'bad-structure:type'],
      [{ type: ['Assertion', 'Unheard'] }, 'bad-structure:type'],
      [{ id: 'here' }, 'bad-structure:id'],
      [{ recipient: { identity: 'x' } }, 'bad-structure:recipient'],
      [{ badge: 'x' }, 'bad-structure:badge'],
      [{ badge: { ...aBadgeClass, name: '' } }, 'bad-structure:badge'],
      [{ badge: { ...aBadgeClass, issuer: 'nobody' } }, 'bad-structure:issuer'],
      [{ verification: { type: 'trusted' } }, 'bad-structure:verification'],
      [{ image: 'data:image/png;base64,AA==' }, 'bad-structure:image'],
    ] as const) {
      const changed = { ...anAssertion, ...change };
      const report = await check(changed, { documents: serving([changed, aBadgeClass, anIssuer]) });
      expect(report.verdict, problem).toBe('invalid');
      expect(report.problems, problem).toContain(problem);
    }
    for (const member of ['name', 'url', 'email']) {
      const report = await check(anAssertion, { documents: serving([anAssertion, aBadgeClass, { ...anIssuer, [member]: undefined }]) });
      expect(report).toMatchObject({ verdict: 'invalid', problems: ['bad-structure:issuer'] });
    }
  });

  it('can be shown like any other badge', async () => {
    const { credential } = await check(anAssertion);
    if (credential === null) throw new Error('nothing to show');
    expect(credential).toMatchObject({ name: aBadgeClass['name'], issuer: { name: anIssuer['name'] }, validFrom: '2026-01-31T09:00:00Z' });
    const shown = { ...credential, credentialSubject: { ...(credential['credentialSubject'] as JsonObject) } };
    expect(checkStructure(shown)).toEqual([]);
    expect(toQuads(shown, await contextsFor(shown)).ok).toBe(true);
  });

  it('of version 1 is checked at the address it names', async () => {
    const old = {
      uid: '7f3',
      recipient: { type: 'email', hashed: false, identity: EMAIL },
      badge: `${HOST}/b/1`,
      verify: { type: 'hosted', url: `${HOST}/a/7f3` },
      issuedOn: 1_700_000_000,
    };
    const badge = { name: 'A', description: 'B', image: `${HOST}/1.png`, criteria: `${HOST}/c`, issuer: `${HOST}/i/1` };
    const served = {
      [`${HOST}/a/7f3`]: { content: old },
      [`${HOST}/b/1`]: { content: badge },
      [`${HOST}/i/1`]: { content: { name: 'C', url: HOST } },
    };
    expect(await check(old, { documents: serving([], served) })).toMatchObject({ verdict: 'valid', problems: [] });
    const moved = { ...old, verify: { type: 'hosted', url: 'https://evil.example/a/7f3' } };
    expect(await check(moved, { documents: serving([], { ...served, 'https://evil.example/a/7f3': { content: moved } }) })).toMatchObject({
      verdict: 'invalid',
      problems: ['not-in-scope'],
    });
    const older = { recipient: EMAIL, badge: { name: 'A', issuer: { origin: HOST, name: 'C' } } };
    expect(await check(older)).toMatchObject({ verdict: 'unknown', problems: ['unsupported-proof'] });
  });

  it('behind whose address lies a credential of version 3 is checked as that', async () => {
    const badge = await aBadge();
    expect((await check('https://example.org/b/1', { documents: () => ({ content: badge }) })).verdict).toBe('valid');
  });
});

describe('whatever is handed over as an old badge', () => {
  it('gets a report and never a throw, and never valid when its host did not say it', async () => {
    const keys = [
      'id',
      'type',
      'recipient',
      'badge',
      'verification',
      'verify',
      'issuedOn',
      'expires',
      'image',
      'evidence',
      'uid',
      'revoked',
      '@context',
      '__proto__',
    ];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(
        ...Object.values(anAssertion),
        aBadgeClass,
        anIssuer,
        `${HOST}/a/1`,
        [],
        {},
        null,
        'signed',
        { type: 'hosted' },
        { id: 'urn:x:y' },
      ),
    );
    const change = fc.dictionary(fc.constantFrom(...keys, ...Object.keys(aBadgeClass), ...Object.keys(anIssuer)), value, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(change, change, change, change, async (inGiven, inServed, inBadge, inIssuer) => {
        const served: Readonly<Record<string, unknown>> = {
          [`${HOST}/a/1`]: { ...anAssertion, ...inServed },
          [`${HOST}/b/1`]: { ...aBadgeClass, ...inBadge },
          [`${HOST}/i/1`]: { ...anIssuer, ...inIssuer },
        };
        const documents = (address: string) => (served[address] === undefined ? undefined : { content: served[address] });
        const report = await check(JSON.stringify({ ...anAssertion, ...inGiven }), { documents, recipients: [EMAIL] });
        expect(isObject(report.credential) || (report.credential === null && report.verdict !== 'valid')).toBe(true);
      }),
      { numRuns: 1500 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json(), fc.webUrl(), fc.stringMatching(/^[\w-]{0,9}\.[\w-]{0,9}\.[\w-]{0,9}$/)),
        async (text) => {
          expect((await check(text, { documents: () => ({ content: text }) })).verdict).not.toBe('valid');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
