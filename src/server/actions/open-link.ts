import type { Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import { SECRET_ID } from '#domain/device';
import { scopeOf } from '#domain/ids';
import { isOpen } from '#domain/link';
import type { RecordStore } from '#domain/record-store';
import type { OpenedLink } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { secretScope } from './open-card.ts';
import { linkedBadge, type PictureOf } from './public-badge.ts';
import type { Admit } from './tokens.ts';

export interface OpenLinkDeps {
  readonly store: RecordStore;
  readonly admit: Admit;
  readonly clock: Clock;
  readonly pictureOf: PictureOf;
}

/** The badge a link shows. `NotFound`: no such link, not yet, not any more, or a badge that waits for its seal: nobody can tell which. */
export const openLink = async (
  { store, admit, clock, pictureOf }: OpenLinkDeps,
  secret: string,
): Promise<Result<OpenedLink, ProblemCode>> => {
  const way = await secretScope(secret);
  if (!admit(`link:${way}`)) return err('TooMany');
  const opening = (await store.read([{ scope: way, kind: 'opening', id: SECRET_ID }])).get(way, 'opening', SECRET_ID);
  if (!opening) return err('NotFound');
  const own = scopeOf('q', opening.person);
  const link = (await store.read([{ scope: own, kind: 'link', id: opening.link }])).get(own, 'link', opening.link);
  const shown = link && isOpen(link, clock()) ? await linkedBadge(store, pictureOf, opening.person, link.badge) : null;
  return shown ? ok(shown) : err('NotFound');
};
