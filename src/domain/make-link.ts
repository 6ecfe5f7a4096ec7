import * as v from 'valibot';
import { err, ok } from '#base/result';
import { SECRET_ID } from './device.ts';
import { BadgeId, LinkId, type Scope, scopeOf } from './ids.ts';
import { LASTS_MS, Lasts, Link } from './link.ts';
import { type Patch, put, type Records, remove } from './record.ts';
import type { Rule } from './rule.ts';

/** *Un lien qui s'arrête*: shows one of my badges to whoever gets the link, for a while, without showing it to the world. */
export const MakeLink = v.object({ link: LinkId, badge: BadgeId, secret: Link.entries.secret, lasts: Lasts });
export type MakeLink = v.InferOutput<typeof MakeLink>;

/** Keeps the link and opens its way. It ends by the judge's own reckoning of when it was made; links that ended before are forgotten. */
export const makeLink: Rule<MakeLink> = {
  needs: ({ badge, secret }, { actor }) =>
    actor.role === 'person'
      ? [
          { scope: scopeOf('p', actor.person), kind: 'badge', id: badge },
          { scope: scopeOf('q', actor.person), kind: 'link' },
          { scope: scopeOf('k', secret), kind: 'opening', id: SECRET_ID },
        ]
      : [],

  decide: (records, { link: id, badge, secret, lasts }, { actor, at }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const own = scopeOf('q', actor.person);
    if (records.get(own, 'link', id)) return ok([]);
    if (!records.get(scopeOf('p', actor.person), 'badge', badge)) return err({ type: 'BadgeUnknown' });
    const way = scopeOf('k', secret);
    if (records.get(way, 'opening', SECRET_ID)) return err({ type: 'ActionMalformed' });
    return ok([
      ...overIn(records, own, at),
      put(own, 'link', id, { badge, secret, at, until: at + LASTS_MS[lasts], open: true }),
      put(way, 'opening', SECRET_ID, { person: actor.person, link: id }),
    ]);
  },
};

/** Takes away links whose time is over, and the ways to them. */
const overIn = (records: Records, own: Scope, at: number): readonly Patch[] =>
  records
    .list(own, 'link')
    .filter(({ body }) => body.until <= at)
    .flatMap(({ id, body }) => [remove(own, 'link', id), remove(scopeOf('k', body.secret), 'opening', SECRET_ID)]);
