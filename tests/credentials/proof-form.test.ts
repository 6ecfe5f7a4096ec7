import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from '#credentials/canonical-form';
import { issueContexts } from '#credentials/issue-contexts.gen';
import { OPEN_BADGE_CONTEXT } from '#credentials/open-badge-context';
import { proofForm } from '#credentials/proof-form';

const PLAIN = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-05-29T09:00:00Z',
  verificationMethod: 'did:web:example.org:s:inae#key-1',
  proofPurpose: 'assertionMethod',
};

const oneOf = (...values: readonly unknown[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, fc.string({ unit: 'binary' }));

// Members as found, nearly as found, and as nobody would write them; in any order, some missing, some more.
const options = fc
  .record(
    {
      type: oneOf('DataIntegrityProof', 'DataIntegrityProof', ['DataIntegrityProof'], 'Ed25519Signature2020'),
      cryptosuite: oneOf('eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'eddsa"', 'a\nb', 5, null),
      created: oneOf(PLAIN.created, '2026-05-29T09:00:00.123+02:00', 'x', '', '2026\\', null),
      verificationMethod: oneOf(
        PLAIN.verificationMethod,
        'did:key:z6Mk#z6Mk',
        'https://a.example/k',
        'did:a:<b>',
        'did:',
        'did:é',
        'did:a:b\n',
        '#k',
      ),
      proofPurpose: oneOf('assertionMethod', 'assertionMethod', 'authentication'),
      domain: fc.constantFrom('a.example', null),
      id: fc.constantFrom('urn:a:b', 'x'),
      '@type': fc.constantFrom('DataIntegrityProof'),
    },
    { requiredKeys: [] },
  )
  .chain((found) => fc.constantFrom(found, { ...PLAIN, ...found }, PLAIN, { ...PLAIN, created: found.created ?? PLAIN.created }))
  .chain((found) =>
    fc
      .shuffledSubarray(Object.keys(found), { minLength: 5 > Object.keys(found).length ? 0 : 5 })
      .map((keys) => Object.fromEntries(keys.map((key) => [key, (found as Record<string, unknown>)[key]]))),
  );

const contexts = fc.constantFrom<unknown>(
  OPEN_BADGE_CONTEXT,
  OPEN_BADGE_CONTEXT,
  [...OPEN_BADGE_CONTEXT].reverse(),
  [OPEN_BADGE_CONTEXT[0]],
  OPEN_BADGE_CONTEXT[0],
  [...OPEN_BADGE_CONTEXT, 'https://a.example/more'],
  undefined,
);

describe('the form of a proof', () => {
  it('is the canonical form, whatever the proof says and in whatever order', () => {
    let plain = 0;
    fc.assert(
      fc.property(options, contexts, (proof, context) => {
        const expected = canonicalForm({ ...proof, '@context': context } as never, issueContexts);
        if (expected.ok) plain++;
        expect(proofForm(proof as never, context as never, issueContexts)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(100);
  });
});
