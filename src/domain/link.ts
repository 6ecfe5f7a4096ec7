import * as v from 'valibot';
import { BadgeId, Instant, LinkId, PersonId } from './ids.ts';

/** How long a link may show a badge, in milliseconds. */
export const LASTS_MS = { day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 } as const;

export const Lasts = v.picklist(['day', 'week', 'month']);
export type Lasts = v.InferOutput<typeof Lasts>;

/**
 * A link its holder gave: it shows one badge to whoever has it, while it is `open` and before `until`. Kept where she alone reads.
 * `secret`: SHA-256 (hexadecimal) of the 128-bit secret in its address.
 */
export const Link = v.object({
  badge: BadgeId,
  secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  at: Instant,
  until: Instant,
  open: v.boolean(),
});
export type Link = v.InferOutput<typeof Link>;

/** Where the hash of a link's secret leads. It says nothing by itself: the link does. */
export const Opening = v.object({ person: PersonId, link: LinkId });
export type Opening = v.InferOutput<typeof Opening>;

/** Does this link show its badge now? */
export const isOpen = ({ open, until }: Link, now: number): boolean => open && now < until;
