import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '#base/bytes';
import { generateSigner } from '#credentials/keys';
import type { StructureId } from '#domain/ids';
import { isSignedBy, readCertificate, signCertificate } from '#protocol/certificate';
import { at, HOST, STRUCTURE, signerOfNumber } from '../build/field.ts';

const expires = at('2026-07-30T00:00Z');

describe('an organiser’s certificate', () => {
  it('is read as it was signed, wherever it stands', async () => {
    const [organisation, device] = [await signerOfNumber(1), await signerOfNumber(2)];
    const names = fc.stringMatching(/^[a-z0-9]{1,16}(-[a-z0-9]{1,15})?$/);
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.uint8Array({ maxLength: 9 }),
        async (structure, seconds, tail) => {
          const said = { device: device.publicKey, structure: structure as StructureId, expires: seconds * 1000 };
          const bytes = await signCertificate(organisation, HOST, said);
          expect(readCertificate(concatBytes(bytes, tail))).toEqual({ certificate: said, length: bytes.length });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes a P-256 device too', async () => {
    const organisation = await signerOfNumber(1);
    const device = 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv';
    const bytes = await signCertificate(organisation, HOST, { device, structure: STRUCTURE, expires });
    expect(readCertificate(bytes)?.certificate.device).toBe(device);
    expect(await isSignedBy(bytes, bytes.length, HOST, [organisation.publicKey])).toBe(true);
  });

  it('is proved by any of the organisation’s keys, and by nobody else’s', async () => {
    const [organisation, other] = [await signerOfNumber(1), await signerOfNumber(3)];
    const { signer: device } = await generateSigner({ extractable: false });
    const bytes = await signCertificate(organisation, HOST, { device: device.publicKey, structure: STRUCTURE, expires });
    expect(await isSignedBy(bytes, bytes.length, HOST, [other.publicKey, organisation.publicKey])).toBe(true);
    expect(await isSignedBy(bytes, bytes.length, HOST, [other.publicKey])).toBe(false);
    expect(await isSignedBy(bytes, bytes.length, HOST, [])).toBe(false);
    expect(await isSignedBy(bytes, bytes.length, 'other.example', [organisation.publicKey])).toBe(false);
  });

  it('is small: about 120 bytes', async () => {
    const [organisation, device] = [await signerOfNumber(1), await signerOfNumber(2)];
    const bytes = await signCertificate(organisation, HOST, { device: device.publicKey, structure: STRUCTURE, expires });
    expect(bytes.length).toBeLessThanOrEqual(128);
  });

  it('cut anywhere is none, and no bytes make the reader throw', async () => {
    const [organisation, device] = [await signerOfNumber(1), await signerOfNumber(2)];
    const bytes = await signCertificate(organisation, HOST, { device: device.publicKey, structure: STRUCTURE, expires });
    for (let length = 0; length < bytes.length; length++) expect(readCertificate(bytes.slice(0, length))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
        expect(() => readCertificate(new Uint8Array(junk))).not.toThrow();
      }),
    );
  });

  it('cannot be made for a device that is no key', async () => {
    await expect(signCertificate(await signerOfNumber(1), HOST, { device: 'phone', structure: STRUCTURE, expires })).rejects.toThrow(
      TypeError,
    );
  });
});
