import type { Millis } from '#base/ambient';
import type { BadgeId, RequestId } from './ids.ts';
import type { Request } from './request.ts';

/** Why an act cannot be done: a stable code, and what its picture and voice need. */
export type Refusal =
  | { readonly type: 'AlreadyHeld'; readonly badge: BadgeId }
  | { readonly type: 'TooEarly'; readonly opens: Millis }
  | { readonly type: 'EventOver'; readonly closes: Millis }
  | { readonly type: 'EventUnknown' }
  | { readonly type: 'TicketForged' }
  | { readonly type: 'TicketExpired' }
  | { readonly type: 'BadgeUnknown' }
  | { readonly type: 'AlreadyAsked'; readonly request: RequestId }
  | { readonly type: 'NotReady'; readonly missing: 'how' | 'show' | 'witness' }
  | { readonly type: 'RequestUnknown' }
  | { readonly type: 'RequestClosed'; readonly step: Request['step'] }
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
  'AlreadyAsked',
  'NotReady',
  'RequestUnknown',
  'RequestClosed',
  'NotYours',
  'ActionUnknown',
  'ActionMalformed',
] as const satisfies readonly Refusal['type'][];
