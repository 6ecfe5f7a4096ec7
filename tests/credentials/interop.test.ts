import { createRequire } from 'node:module';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential as verifyByDigitalBazaar } from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { methodId } from '#credentials/did-document';
import type { JsonObject } from '#credentials/json';
import { issueBadge } from '#credentials/open-badge';
import { buildStatusList } from '#credentials/status-list';
import { aBadge, DAY, ISSUER, LIST, must, NOW, organisation } from './fixtures.ts';
import { offlineLoader } from './offline-loader.ts';
import { vectorJson } from './vector-files.ts';

describe('what we issue verifies elsewhere', () => {
  const suite = new DataIntegrityProof({ cryptosuite });
  const verify = (credential: JsonObject) =>
    verifyByDigitalBazaar({
      credential: structuredClone(credential),
      suite,
      documentLoader: offlineLoader,
      now: new Date(NOW),
      checkStatus: async () => ({ verified: true }),
    });

  it('a badge by @digitalbazaar/vc, and not once changed', async () => {
    const badge = await aBadge();
    expect((await verify(badge)).verified).toBe(true);
    expect((await verify({ ...badge, name: 'x' })).verified).toBe(false);
  });

  it('a status list by @digitalbazaar/vc', async () => {
    const unsigned = await buildStatusList({
      id: LIST,
      issuer: ISSUER,
      purpose: 'revocation',
      marked: [3, 94_567],
      validFrom: NOW - DAY,
      validUntil: NOW + DAY,
    });
    const list = must(await issueBadge(unsigned, organisation, methodId(ISSUER, organisation.publicKey), NOW - DAY));
    expect((await verify(list)).verified).toBe(true);
  });
});

describe('the JSON Schema of Open Badges 3.0', () => {
  // ajv 8 is here only as a dependency of ajv-formats.
  const require = createRequire(createRequire(import.meta.url).resolve('ajv-formats/package.json'));
  const Ajv2019 = require('ajv/dist/2019').default;
  const addFormats = createRequire(import.meta.url)('ajv-formats');
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats(ajv);
  const schema = {
    ...vectorJson('schemas/ob_v3p0_achievementcredential_schema.json'),
    $schema: 'https://json-schema.org/draft/2019-09/schema',
  };
  const validate = ajv.compile(schema);

  it('accepts a rich badge of ours and a bare one', async () => {
    validate(await aBadge());
    expect(validate.errors).toBeNull();
    const bare = { id: 'https://example.org/m/1', name: 'A', description: 'B', criteria: 'C', inLanguage: 'fr' };
    validate(await aBadge({ achievement: bare, evidence: [] }));
    expect(validate.errors).toBeNull();
  });

  it('would see a missing member', async () => {
    const { issuer: _issuer, ...rest } = await aBadge();
    expect(validate(rest)).toBe(false);
  });
});
