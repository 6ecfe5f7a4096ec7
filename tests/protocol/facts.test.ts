import { describe, expect, it } from 'vitest';
import { toBase64url } from '#base/bytes';
import { isProof, proofBytes } from '#protocol/entry';
import { factsOf } from '#protocol/facts';
import { PROBLEM_STATUS, problem } from '#protocol/problem';
import { aTicket, badgeId, ORIGIN, organisersOf, signerOfNumber } from '../build/field.ts';

const claiming = (ticket: unknown) => ({ name: 'claim-badge', v: 1, args: { badge: badgeId(1), ticket } });

describe('the facts about an act', () => {
  it('are the ticket and its proof', async () => {
    const { qr, keysOf } = await organisersOf();
    expect(await factsOf(claiming(await qr()), ORIGIN, keysOf)).toEqual({ ticket: { ticket: aTicket(), proof: 'proven' } });
    expect((await factsOf(claiming(await qr()), ORIGIN, () => undefined)).ticket?.proof).toBe('unproven');
  });

  it.each([7, null, '', 'https://other.example/e#x', `${ORIGIN}/e#x`])('are none when the ticket is %j', async (ticket) => {
    expect(await factsOf(claiming(ticket), ORIGIN, () => undefined)).toEqual({});
  });

  it('are none for acts without a ticket', async () => {
    expect(await factsOf({ name: 'show-badge', v: 1, args: { badge: badgeId(1), to: 'me' } }, ORIGIN, () => undefined)).toEqual({});
    expect(await factsOf({ name: 'show-badge', v: 1, args: null }, ORIGIN, () => undefined)).toEqual({});
  });
});

describe('the proof of a device', () => {
  it('holds for its nonce, its purpose and its key, and for nothing else', async () => {
    const signer = await signerOfNumber(4);
    const device = signer.publicKey;
    const signature = toBase64url(await signer.sign(proofBytes('enrol', device, 'abc')));
    expect(await isProof('enrol', { device, nonce: 'abc', signature })).toBe(true);
    expect(await isProof('sign-in', { device, nonce: 'abc', signature })).toBe(false);
    expect(await isProof('enrol', { device, nonce: 'abd', signature })).toBe(false);
    expect(await isProof('enrol', { device: (await signerOfNumber(5)).publicKey, nonce: 'abc', signature })).toBe(false);
    expect(await isProof('enrol', { device, nonce: 'abc', signature: 'é' })).toBe(false);
  });
});

describe('a problem', () => {
  it('carries its code, its status and nothing of what was sent', () => {
    for (const [code, status] of Object.entries(PROBLEM_STATUS)) {
      expect(problem(code as keyof typeof PROBLEM_STATUS)).toEqual({ type: `urn:pepites:problem:${code}`, title: code, status, code });
    }
  });
});
