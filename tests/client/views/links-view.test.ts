import { describe, expect, it } from 'vitest';
import { linksView } from '#client/views/links-view';
import { scopeOf } from '#domain/ids';
import { overlayOf } from '#domain/records';
import { linkId, NINE } from '../../build/asking.ts';
import { aBadge, aRow, badgeId, PERSON } from '../../build/field.ts';

const OWN = scopeOf('q', PERSON);
const link = (n: number, until: number, open = true) =>
  aRow(OWN, 'link', linkId(n), { badge: badgeId(1), secret: 'ab'.repeat(32), at: NINE + n, until, open });
const records = overlayOf([
  aRow(scopeOf('p', PERSON), 'badge', badgeId(1), aBadge()),
  link(1, NINE + 100),
  link(2, NINE + 200, false),
  link(3, NINE + 50),
]);
const seen = (now: number, outbox: readonly { n: number; args: unknown }[] = []) =>
  linksView({ person: PERSON, records, outbox, said: { last: 4, acknowledged: 5 }, now });

describe('the links I gave', () => {
  it('are those whose time is not over, latest first, also the one taken back', () => {
    expect(seen(NINE + 50).map(({ id, open }) => [id, open])).toEqual([
      [linkId(2), false],
      [linkId(1), true],
    ]);
  });

  it('say where each of them is', () => {
    const outbox = [5, 6].map((n) => ({ n, args: { link: linkId(n - 4) } }));
    expect(seen(NINE, outbox).map(({ id, safety }) => [id, safety])).toEqual([
      [linkId(3), 'arrived'],
      [linkId(2), 'kept-here'],
      [linkId(1), 'on-its-way'],
    ]);
  });
});
