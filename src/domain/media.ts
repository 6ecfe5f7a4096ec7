import * as v from 'valibot';
import type { Actor } from './device.ts';
import { Instant, type Scope, scopeOf } from './ids.ts';

/** What photos, films and voices may be made of. */
export const MediaType = v.picklist([
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/webm',
]);
export type MediaType = v.InferOutput<typeof MediaType>;

/** The bytes of a photo, film or voice have arrived; they stand outside the records, under their own hash. */
export const Media = v.object({ type: MediaType, size: v.pipe(v.number(), v.integer(), v.minValue(1)), at: Instant });
export type Media = v.InferOutput<typeof Media>;

// Scopes of one person: what she keeps to herself, what her structure sees, what the staff notes.
const OF_A_PERSON = ['p', 'q', 'n'] as const;

const letterOf = (scope: Scope): string => scope.slice(0, 1);
const isOfAPerson = (scope: Scope): boolean => OF_A_PERSON.some((letter) => letter === letterOf(scope));

/**
 * Under which name the media of a scope stand, or null for scopes that have none. A person's scopes share one: showing a photo to the
 * structure moves no byte. Never shared by two people: who knows only a hash must not get at somebody else's bytes.
 */
export const mediaOwner = (scope: Scope): string | null => {
  if (isOfAPerson(scope)) return `p-${scope.slice(2)}`;
  return ['s', 'e', 'g'].includes(letterOf(scope)) ? `${letterOf(scope)}-${scope.slice(2)}` : null;
};

/** The scopes in which the arrival of one owner's media is told. */
export const mediaScopes = (scope: Scope): readonly Scope[] =>
  isOfAPerson(scope) ? OF_A_PERSON.map((letter) => scopeOf(letter, scope.slice(2))) : [scope];

/** May this actor bring media into a scope? Into what it may read; a witness, who reads nothing, into that of who asked. */
export const mayBring = (actor: Actor, readable: readonly Scope[], scope: Scope): boolean =>
  mediaOwner(scope) !== null && (actor.role === 'witness' ? scope === scopeOf('p', actor.person) : readable.includes(scope));

const text = (...codes: readonly number[]): string => String.fromCharCode(...codes);
const RIFF = 'RIFF';
const BEGINNINGS: { readonly [type in MediaType]: (start: string) => boolean } = {
  'image/jpeg': (start) => start.startsWith(text(0xff, 0xd8, 0xff)),
  'image/png': (start) => start.startsWith(`${text(0x89)}PNG\r\n${text(0x1a)}\n`),
  'image/webp': (start) => start.startsWith(RIFF) && start.slice(8, 12) === 'WEBP',
  'video/mp4': (start) => start.slice(4, 8) === 'ftyp',
  'audio/mp4': (start) => start.slice(4, 8) === 'ftyp',
  'video/webm': (start) => start.startsWith(text(0x1a, 0x45, 0xdf, 0xa3)),
  'audio/webm': (start) => start.startsWith(text(0x1a, 0x45, 0xdf, 0xa3)),
  'audio/ogg': (start) => start.startsWith('OggS'),
};

/** Do bytes begin as this type does? `start`: the first twelve at least. */
export const looksLike = (type: MediaType, start: Uint8Array): boolean => BEGINNINGS[type](text(...start.subarray(0, 16)));
