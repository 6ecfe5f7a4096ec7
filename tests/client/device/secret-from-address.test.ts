import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { takeFromAddress } from '#client/device/secret-from-address';
import { CARD_PATH, INVITATION_PATH } from '#protocol/scan';
import { TICKET_PATH } from '#protocol/ticket';

const SECRET = 'abcdefghijklmnopqrstuv';

/** A browser tab as far as the address bar goes. */
const tabAt = (address: string) => {
  const url = new URL(address);
  const written: (string | null)[] = [];
  const place = { pathname: url.pathname, hash: url.hash, origin: url.origin } as Location;
  const past = {
    state: null,
    replaceState: (_: unknown, __: string, to: string) => void written.push(to),
  } as unknown as History;
  return { taken: takeFromAddress(place, past), written };
};

test('the secret of a card is read and leaves the address', () => {
  const { taken, written } = tabAt(`https://pepites.example${CARD_PATH}#${SECRET}`);
  expect(taken).toEqual({ kind: 'card', secret: SECRET });
  expect(written).toEqual([CARD_PATH]);
});

test('an invitation likewise', () => {
  expect(tabAt(`https://pepites.example${INVITATION_PATH}#${SECRET}`).taken).toEqual({ kind: 'invitation', secret: SECRET });
});

test('a ticket is kept as its whole address, as a scan would have given it', () => {
  const { taken, written } = tabAt(`https://pepites.example${TICKET_PATH}#AQID`);
  expect(taken).toEqual({ kind: 'ticket', text: `https://pepites.example${TICKET_PATH}#AQID` });
  expect(written).toEqual([TICKET_PATH]);
});

test.each([
  'https://pepites.example/',
  `https://pepites.example${CARD_PATH}`,
  `https://pepites.example/b/x#${SECRET}`,
  'https://pepites.example/toString#x',
])('nothing is taken from %s', (address) => {
  const { taken, written } = tabAt(address);
  expect(taken).toBeNull();
  expect(written).toEqual([]);
});

test('it imports nothing, so that no other script runs before it', () => {
  const source = readFileSync(new URL('../../../src/client/device/secret-from-address.ts', import.meta.url), 'utf8');
  expect(source).not.toMatch(/^import /m);
});
