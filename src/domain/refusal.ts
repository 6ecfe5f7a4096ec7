import type { Millis } from '#base/ambient';
import type { BadgeId } from './ids.ts';

/** Why an act cannot be done: a stable code, and what its picture and voice need. */
export type Refusal =
  | { readonly type: 'AlreadyHeld'; readonly badge: BadgeId }
  | { readonly type: 'TooEarly'; readonly opens: Millis }
  | { readonly type: 'EventOver'; readonly closes: Millis }
  | { readonly type: 'EventUnknown' }
  | { readonly type: 'TicketForged' }
  | { readonly type: 'TicketExpired' }
  | { readonly type: 'BadgeUnknown' }
  | { readonly type: 'NotYours' }
  | { readonly type: 'ActionUnknown' }
  | { readonly type: 'ActionMalformed' };

/** Every code once, so that i18n, pictures and tests can be complete. */
export const REFUSAL_TYPES = [
  'AlreadyHeld',
  'TooEarly',
  'EventOver',
  'EventUnknown',
  'TicketForged',
  'TicketExpired',
  'BadgeUnknown',
  'NotYours',
  'ActionUnknown',
  'ActionMalformed',
] as const satisfies readonly Refusal['type'][];
