/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { verifyCredential } from '#credentials/verify';
import { aBadge, device, knownIssuer, knownList, NOW } from './fixtures.ts';
import { proveCanonicalVectors, proveOpenBadgeVectors, proveSignatureVectors } from './prove-vectors.ts';

// The same vectors and expectations as in Node, in the browser people have.
const files = import.meta.glob<string>('../vectors/**/*.*', { query: '?raw', import: 'default' });
const read = (path: string): Promise<string> => {
  const load = files[`../vectors/${path}`];
  if (load === undefined) throw new Error(`no vector ${path}`);
  return load();
};

await proveSignatureVectors(read);
await proveCanonicalVectors(read);
await proveOpenBadgeVectors(read);

describe('a badge made in a browser', () => {
  it('verifies there, by the organisation or a device, and not once changed or revoked', async () => {
    const atHand = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
    for (const badge of [await aBadge(), await aBadge({}, device)]) {
      expect(await verifyCredential(JSON.stringify(badge), atHand)).toMatchObject({ verdict: 'valid', status: 'active', problems: [] });
      expect((await verifyCredential({ ...badge, name: 'x' }, atHand)).verdict).toBe('invalid');
      expect(await verifyCredential(badge, { ...atHand, statusLists: await knownList([94_567]) })).toMatchObject({ status: 'revoked' });
    }
  });

  it('is the same to the last character as one made in Node', async () => {
    const text = JSON.stringify(await aBadge());
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(btoa(String.fromCharCode(...new Uint8Array(digest)))).toBe('PLACEHOLDER');
  });
});
