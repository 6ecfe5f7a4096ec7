import { badgeSvg, type Picture } from '#artwork/badge';
import { buildOpenBadge } from '#credentials/open-badge';
import { OPEN_BADGE_CONTEXT } from '#credentials/open-badge-context';
import type { Badge, HeldCredential } from '#domain/badge';
import type { Actor } from '#domain/device';
import type { Draw } from '#domain/draw';
import { type BadgeId, CATALOGUE, type MouldId, type PersonId, scopeOf } from '#domain/ids';
import type { Mould } from '#domain/mould';
import type { RecordStore } from '#domain/record-store';
import { achievementOf } from '#protocol/award-of';
import type { OpenedLink } from '#protocol/entry';
import type { Site } from '#protocol/site';

/** A picture's drawing by its name, to be embedded; null when there is none of that name. */
export type PictureOf = (name: string) => Promise<Picture | null>;

/** A badge, with its credential once it is sealed. */
interface Found {
  readonly badge: Badge;
  readonly credential: HeldCredential['credential'] | null;
}

const badgeOf = async (store: RecordStore, person: PersonId, id: BadgeId): Promise<Found | null> => {
  const own = scopeOf('p', person);
  const records = await store.read([
    { scope: own, kind: 'badge', id },
    { scope: own, kind: 'credential', id },
  ]);
  const badge = records.get(own, 'badge', id);
  return badge ? { badge, credential: records.get(own, 'credential', id)?.credential ?? null } : null;
};

/** A badge its holder shows to the world, or asks for herself. Unknown and not shown are the same null. */
const shownBadge = async (store: RecordStore, id: BadgeId, asker?: Actor): Promise<Found | null> => {
  const scope = scopeOf('b', id);
  const page = (await store.read([{ scope, kind: 'page', id }])).get(scope, 'page', id);
  if (!page) return null;
  const found = await badgeOf(store, page.person, id);
  const isHers = asker?.role === 'person' && asker.person === page.person;
  return found && (found.badge.shown === 'world' || isHers) ? found : null;
};

/** The credential of a badge that is shown to the world, or is the asker's own; null for any other. */
export const publicCredential = async (store: RecordStore, badge: string, asker?: Actor): Promise<object | null> =>
  (await shownBadge(store, badge as BadgeId, asker))?.credential ?? null;

/** The image of a badge that is shown to the world, complete in itself. */
export const publicImage = async (store: RecordStore, pictureOf: PictureOf, badge: string): Promise<string | null> => {
  const shown = await shownBadge(store, badge as BadgeId);
  return shown && imageOf(store, pictureOf, shown.badge);
};

const imageOf = async (store: RecordStore, pictureOf: PictureOf, badge: Badge): Promise<string | null> => {
  const mould = await readMould(store, badge.mould);
  const ribbon = badge.step === 'sealed' ? 'closed' : 'open';
  return draw(pictureOf, badge.draw, { ribbon, ...(mould && mould.levels > 0 && { level: badge.level ?? 0 }) });
};

/** Credential and image of a badge for whoever was given a link to it, whoever else may see it; null until it is sealed. */
export const linkedBadge = async (store: RecordStore, pictureOf: PictureOf, person: PersonId, id: BadgeId): Promise<OpenedLink | null> => {
  const found = await badgeOf(store, person, id);
  if (!found?.credential) return null;
  const image = await imageOf(store, pictureOf, found.badge);
  return image === null ? null : { credential: found.credential, image };
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
