import { badgeSvg, type Picture } from '#artwork/badge';
import { buildOpenBadge, OPEN_BADGE_CONTEXT } from '#credentials/open-badge';
import type { Badge } from '#domain/badge';
import type { Actor } from '#domain/device';
import type { Draw } from '#domain/draw';
import { type BadgeId, CATALOGUE, type MouldId, scopeOf } from '#domain/ids';
import type { Mould } from '#domain/mould';
import type { RecordStore } from '#domain/record-store';
import { achievementOf } from '#protocol/award-of';
import type { Site } from '#protocol/site';

/** A picture's drawing by its name, to be embedded; null when there is none of that name. */
export type PictureOf = (name: string) => Promise<Picture | null>;

/** A badge its holder shows to the world, or asks for herself, with its credential once it is sealed. Unknown and not shown are the same null. */
const shownBadge = async (store: RecordStore, id: BadgeId, asker?: Actor): Promise<{ badge: Badge; credential: object | null } | null> => {
  const scope = scopeOf('b', id);
  const page = (await store.read([{ scope, kind: 'page', id }])).get(scope, 'page', id);
  if (!page) return null;
  const own = scopeOf('p', page.person);
  const records = await store.read([
    { scope: own, kind: 'badge', id },
    { scope: own, kind: 'credential', id },
  ]);
  const badge = records.get(own, 'badge', id);
  const isHers = asker?.role === 'person' && asker.person === page.person;
  if (!badge || (badge.shown !== 'world' && !isHers)) return null;
  return { badge, credential: records.get(own, 'credential', id)?.credential ?? null };
};

/** The credential of a badge that is shown to the world, or is the asker's own; null for any other. */
export const publicCredential = async (store: RecordStore, badge: string, asker?: Actor): Promise<object | null> =>
  (await shownBadge(store, badge as BadgeId, asker))?.credential ?? null;

/** The image of a badge that is shown to the world, complete in itself. */
export const publicImage = async (store: RecordStore, pictureOf: PictureOf, badge: string): Promise<string | null> => {
  const shown = await shownBadge(store, badge as BadgeId);
  if (!shown) return null;
  const mould = await readMould(store, shown.badge.mould);
  const ribbon = shown.badge.step === 'sealed' ? 'closed' : 'open';
  return draw(pictureOf, shown.badge.draw, { ribbon, ...(mould && mould.levels > 0 && { level: shown.badge.level ?? 0 }) });
};

/** A mould's own image. */
export const mouldImage = async (store: RecordStore, pictureOf: PictureOf, id: string): Promise<string | null> => {
  const mould = await readMould(store, id as MouldId);
  return mould ? draw(pictureOf, mould.draw, { ribbon: 'none', ...(mould.levels > 0 && { level: 0 as const }) }) : null;
};

/** A mould as a linked-data document; it carries no proof, the credentials that quote it do. */
export const publicAchievement = async (store: RecordStore, site: Site, id: string): Promise<object | null> => {
  const mould = await readMould(store, id as MouldId);
  if (!mould) return null;
  // Built as part of a credential, so that both always say the same.
  const credential = buildOpenBadge({
    id: site.origin,
    issuer: { id: site.origin, name: '' },
    subject: site.origin,
    achievement: achievementOf(site, id as MouldId, mould),
    awarded: 0,
    validFrom: 0,
  });
  const { achievement } = credential['credentialSubject'] as { readonly achievement: object };
  return { '@context': OPEN_BADGE_CONTEXT, ...achievement };
};

const readMould = async (store: RecordStore, id: MouldId): Promise<Mould | undefined> =>
  (await store.read([{ scope: CATALOGUE, kind: 'mould', id }])).get(CATALOGUE, 'mould', id);

type Look = Parameters<typeof badgeSvg>[0];

const draw = async (
  pictureOf: PictureOf,
  { shape, hue, picture, title }: Draw,
  more: Pick<Look, 'ribbon' | 'level'>,
): Promise<string | null> => {
  const drawing = await pictureOf(picture);
  return drawing && badgeSvg({ shape, hue, title, picture: drawing, state: 'held', ...more });
};
