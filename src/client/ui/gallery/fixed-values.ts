import { badgeSvg } from '#artwork/badge';
import type { BadgeView, RoadView } from '#client/views/badge-view';
import type { EventView } from '#client/views/events-view';
import { STARTER_MOULDS, STARTER_ROADS } from '#content/starter-kit';
import { type Draw, inLocale } from '#domain/draw';
import type { BadgeId, MouldId } from '#domain/ids';
import type { Me } from '../app.ts';
import type { PublicBadge } from '../app-public.ts';

const DAY = 86_400_000;

/** The day everything in the gallery happened: 28 May 2025, 10:42 in Paris. */
export const THAT_DAY = Date.UTC(2025, 4, 28, 8, 42);

export const AMINA: Me = { firstName: 'Amina', figure: 'figure-01', mark: 'drop' };
export const KARIM: Me = { firstName: 'Karim', figure: 'figure-08', mark: 'cup' };

const STRUCTURE = 'Les Jardins de Pessac';

export const DAY_OF_TRADES: Draw = { shape: 'rosette', hue: 'plum', picture: 'speaking-head', title: 'Journée métiers' };

/** The id of the `n`th badge. */
export const badgeId = (n: number): BadgeId => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}` as BadgeId;

/** One badge of a mould of the starter kit, signed and arrived unless said otherwise. */
export const aBadge = (n: number, mould: string, change: Partial<BadgeView> = {}): BadgeView => {
  const known = STARTER_MOULDS[mould];
  return {
    id: badgeId(n),
    mould: mould as MouldId,
    draw: known?.draw ?? DAY_OF_TRADES,
    level: 0,
    ribbon: 'closed',
    safety: 'arrived',
    shown: 'me',
    at: THAT_DAY - n * DAY,
    structure: STRUCTURE,
    criteria: known && inLocale(known.criteria, 'fr'),
    check: 'valid',
    ...change,
  };
};

/** The event's badge, just taken with no network. */
export const JUST_TAKEN = aBadge(1, 'je-participe', { draw: DAY_OF_TRADES, ribbon: 'open', safety: 'kept-here', check: 'none' });

export const SOME_BADGES: readonly BadgeView[] = [JUST_TAKEN, aBadge(2, 'a-l-heure', { level: 2 }), aBadge(3, 'en-equipe', { level: 1 })];

const KIT = ['a-l-heure', 'en-equipe', 'je-comprends-la-consigne', 'en-securite', 'je-communique', 'je-participe', 'bienvenue'];

export const MANY_BADGES: readonly BadgeView[] = Array.from({ length: 23 }, (_, i) =>
  aBadge(i + 1, KIT[i % KIT.length] ?? 'bienvenue', i < 5 ? { level: ((i % 3) + 1) as 1 | 2 | 3 } : {}),
);

/** Road A with the first `held` petals gained. */
export const aRoad = (held: number): RoadView => {
  const road = STARTER_ROADS['savoir-etre'];
  const petals = (road?.moulds ?? []).flatMap((mould, i) => {
    const known = STARTER_MOULDS[mould];
    return known ? [{ mould, draw: known.draw, held: i < held, criteria: inLocale(known.criteria, 'fr') }] : [];
  });
  return {
    id: 'savoir-etre',
    title: 'Savoir-être',
    key: STARTER_MOULDS['savoir-etre-au-travail']?.draw ?? DAY_OF_TRADES,
    keyHeld: held >= 4,
    needed: 4,
    petals,
    next: held < petals.length ? held : null,
  };
};

/** An event, open for years, so that the gallery's open event is open whenever it is looked at. */
export const anEvent = (change: Partial<EventView> = {}): EventView => ({
  id: '0197b000-0000-7000-8000-000000000001',
  title: 'Journée des métiers du bâtiment',
  place: 'Salle Bellegrave, Pessac',
  structure: STRUCTURE,
  draw: DAY_OF_TRADES,
  opens: Date.UTC(2025, 0, 1),
  closes: Date.UTC(2099, 0, 1),
  state: 'open',
  claims: 24,
  asOf: THAT_DAY,
  ...change,
});

export const EARLY_EVENT = anEvent({
  id: '0197b000-0000-7000-8000-000000000002',
  title: 'Forum de l’insertion',
  place: 'Bordeaux',
  opens: Date.UTC(2098, 10, 13, 8),
  closes: Date.UTC(2098, 10, 13, 16),
  state: 'early',
  claims: 0,
  draw: { shape: 'rosette', hue: 'teal', picture: 'work-together', title: 'Forum' },
});

export const PAST_EVENT = anEvent({
  id: '0197b000-0000-7000-8000-000000000003',
  title: 'Atelier sécurité',
  place: undefined,
  opens: THAT_DAY - 9 * DAY,
  closes: THAT_DAY - 9 * DAY + 4 * 3_600_000,
  state: 'over',
  claims: 11,
  draw: { shape: 'rosette', hue: 'gold', picture: 'safety-vest', title: 'Atelier sécurité' },
});

type Shown = Extract<PublicBadge, { state: 'shown' }>;

const image = (): string => {
  // Without its picture: an image stands alone, and the real one has the picture inside.
  const look = { shape: 'hexagon', hue: 'indigo', level: 2, ribbon: 'closed', state: 'held', title: 'À l’heure' } as const;
  const body =
    '<circle cx="64" cy="64" r="44" fill="#E4E8FB" stroke="#26306F" stroke-width="10"/><path d="M64 36v30l18 12" fill="none" stroke="#26306F" stroke-width="10" stroke-linecap="round"/>';
  return `data:image/svg+xml,${encodeURIComponent(badgeSvg({ ...look, picture: { body, viewBox: '0 0 128 128' } }))}`;
};

/** A badge shown to the world, confirmed unless said otherwise. */
export const aPublicBadge = (change: Partial<Shown> = {}): Shown => ({
  state: 'shown',
  image: image(),
  title: 'À l’heure',
  criteria: 'J’arrive à l’heure et je préviens si j’ai un retard.',
  issuer: STRUCTURE,
  awardedAt: '2025-05-28T08:42:00Z',
  verdict: 'valid',
  signature: 'good',
  issuerKnown: 'known',
  status: 'active',
  statusAsOf: '2025-06-02T06:00:00Z',
  json: '{}',
  ...change,
});
