import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '#base/bytes';
import { HUES, SHAPES } from '#domain/draw';
import type { EventTicket } from '#domain/event';
import type { StructureId } from '#domain/ids';
import { signCertificate } from '#protocol/certificate';
import { sortScan } from '#protocol/scan';
import { checkTicket, readTicket, signTicket, TICKET_PATH } from '#protocol/ticket';
import { aTicket, at, HOST, ORIGIN, organisersOf, STRUCTURE, signerOfNumber, uuidOf } from '../build/field.ts';

const fragmentOf = (text: string): string => text.slice(text.indexOf('#') + 1);
const readOf = (text: string) => {
  const read = readTicket(fragmentOf(text));
  if (!read) throw new Error('not a ticket');
  return read;
};

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8})?$/);
const second = fc.integer({ min: 1, max: 4_000_000_000 }).map((s) => s * 1000);
const someTicket: fc.Arbitrary<EventTicket> = fc
  .record({
    event: fc.nat(1e6).map(uuidOf),
    mould: slug,
    opens: second,
    closes: second,
    step: fc.option(second),
    draw: fc.record({
      shape: fc.constantFrom(...SHAPES),
      hue: fc.constantFrom(...HUES),
      picture: slug,
      title: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    }),
  })
  .filter(({ draw }) => draw.title.length <= 20)
  .map((ticket) => ({ ...ticket, structure: STRUCTURE }) as EventTicket);

describe('an event ticket', () => {
  it('is read as it was signed', async () => {
    const { organiser, certificate, keysOf } = await organisersOf(at('2106-01-01T00:00Z'));
    await fc.assert(
      fc.asyncProperty(someTicket, async (ticket) => {
        const read = readOf(await signTicket(organiser, certificate, ORIGIN, ticket));
        expect(read.ticket).toEqual(ticket);
        expect((await checkTicket(read, HOST, keysOf)).proof).toBe('proven');
      }),
      { numRuns: 60 },
    );
  });

  it('fits one QR code of version 13 or less', async () => {
    const { qr } = await organisersOf();
    // Version 13, level M, byte mode: 331; level L: 425 (ISO/IEC 18004).
    expect((await qr()).length).toBeLessThanOrEqual(425);
  });

  it('is an address of the server whose fragment no server sees', async () => {
    const { qr } = await organisersOf();
    const address = new URL(await qr());
    expect([address.origin, address.pathname, address.search]).toEqual([ORIGIN, TICKET_PATH, '']);
  });

  it('with any one byte changed is forged or no ticket at all', async () => {
    const { qr, keysOf } = await organisersOf();
    const bytes = fromBase64url(fragmentOf(await qr())) ?? new Uint8Array();
    const outcomes = new Set<string>();
    for (let i = 0; i < bytes.length; i++) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      const read = readTicket(toBase64url(changed));
      outcomes.add(read ? (await checkTicket(read, HOST, (structure) => keysOf(structure) ?? [])).proof : 'no ticket');
    }
    expect([...outcomes].sort()).toEqual(['forged', 'no ticket']);
  });

  it('cut anywhere or lengthened is no ticket', async () => {
    const { qr } = await organisersOf();
    const bytes = fromBase64url(fragmentOf(await qr())) ?? new Uint8Array();
    for (let length = 0; length < bytes.length; length++) expect(readTicket(toBase64url(bytes.slice(0, length)))).toBeNull();
    expect(readTicket(toBase64url(Uint8Array.of(...bytes, 0)))).toBeNull();
  });

  it('of another version, or of no bytes, is no ticket', () => {
    expect(readTicket('')).toBeNull();
    expect(readTicket('éà')).toBeNull();
    expect(readTicket(toBase64url(Uint8Array.of(2, ...new Uint8Array(300))))).toBeNull();
  });

  it('never makes the reader throw, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const start = Uint8Array.of(1, ...bytes);
        expect(() => readTicket(toBase64url(start))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('of an organisation this phone does not know is unproven, not an error', async () => {
    const { qr } = await organisersOf();
    expect((await checkTicket(readOf(await qr()), HOST, () => undefined)).proof).toBe('unproven');
  });

  it('signed by a device that the organisation never certified is forged', async () => {
    const { qr, keysOf } = await organisersOf();
    const stranger = await signerOfNumber(77);
    const ownWord = await signCertificate(stranger, HOST, {
      device: stranger.publicKey,
      structure: STRUCTURE,
      expires: at('2030-01-01T00:00Z'),
    });
    const text = await signTicket(stranger, ownWord, ORIGIN, aTicket());
    expect((await checkTicket(readOf(text), HOST, keysOf)).proof).toBe('forged');
    expect((await checkTicket(readOf(await qr()), HOST, () => [stranger.publicKey])).proof).toBe('forged');
  });

  it('signed by someone who borrowed another device’s certificate is forged', async () => {
    const { certificate, keysOf } = await organisersOf();
    const thief = await signerOfNumber(78);
    expect((await checkTicket(readOf(await signTicket(thief, certificate, ORIGIN, aTicket())), HOST, keysOf)).proof).toBe('forged');
  });

  it('of another installation means nothing here', async () => {
    const { qr, keysOf } = await organisersOf();
    expect((await checkTicket(readOf(await qr({}, 'https://other.example')), HOST, keysOf)).proof).toBe('forged');
  });

  it('speaks for the structure of its certificate, whatever it was made for', async () => {
    const { organiser, certificate } = await organisersOf();
    const text = await signTicket(organiser, certificate, ORIGIN, aTicket({ structure: 'another' as StructureId }));
    expect(readOf(text).ticket.structure).toBe(STRUCTURE);
  });

  it('made after its certificate ended is expired, by the ticket’s own step', async () => {
    const { qr, keysOf } = await organisersOf(at('2026-05-30T09:00Z'));
    const proofAt = async (step: number | null) => (await checkTicket(readOf(await qr({ step })), HOST, keysOf)).proof;
    expect(await proofAt(at('2026-05-30T08:59:40Z'))).toBe('proven');
    expect(await proofAt(at('2026-05-30T09:00Z'))).toBe('expired');
    expect(await proofAt(null)).toBe('proven');
  });
});

describe('a scanned text', () => {
  const kindOf = (text: string) => sortScan(text, ORIGIN).kind;
  const secret = 'AAAAAAAAAAAAAAAAAAAAAA';

  it('is a ticket, a card or a badge of ours, by its address', async () => {
    const { qr } = await organisersOf();
    expect(kindOf(await qr())).toBe('ticket');
    expect(sortScan(`${ORIGIN}/c#${secret}`, ORIGIN)).toEqual({ kind: 'card', secret });
    expect(sortScan(`${ORIGIN}/b/${uuidOf(3)}`, ORIGIN)).toEqual({ kind: 'badge', badge: uuidOf(3) });
  });

  it('is a broken ticket when only the address is right', () => {
    expect(kindOf(`${ORIGIN}/e#abc`)).toBe('ticket-broken');
    expect(kindOf(`${ORIGIN}/e`)).toBe('ticket-broken');
  });

  it.each([
    'bonjour',
    '',
    'https://other.example/e#abc',
    'http://pepites.example/e#abc',
    'https://pepites.example:444/e#abc',
    'https://pepites.example.evil.example/e#abc',
    'https://pepites.example@evil.example/e#abc',
    'javascript:alert(1)',
    'data:text/html,x',
    'WIFI:S:x;T:WPA;P:y;;',
    `${ORIGIN}/c#short`,
    `${ORIGIN}/c?${secret}`,
    `${ORIGIN}/b/../e#x/`,
    `${ORIGIN}/x`,
  ])('%j is foreign or broken: never opened, never shown', (text) => {
    expect(['foreign', 'ticket-broken']).toContain(kindOf(text));
  });

  it('longer than any QR code is foreign', () => {
    expect(kindOf(`${ORIGIN}/e#${'A'.repeat(5000)}`)).toBe('foreign');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.webUrl(),
          fc.string({ maxLength: 60 }).map((text) => `${ORIGIN}/${text}`),
        ),
        (text) => {
          expect(() => sortScan(text, ORIGIN)).not.toThrow();
        },
      ),
    );
  });
});
