import type { Bytes } from '#base/bytes';
import { concatBytes, toHex, utf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { compactText, expandText } from './compact-text.ts';
import { deflate } from './deflate.ts';
import { inflateRaw } from './gzip.ts';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';
import type { Lookup } from './lookup.ts';
import type { BadgeAward } from './open-badge.ts';
import { buildOpenBadge } from './open-badge.ts';
import { PACK_DICTIONARIES, PACK_DICTIONARY } from './pack-dictionary.ts';
import { sha256Sync } from './sha256-sync.ts';

export type UnpackRefusal = {
  readonly type: 'bad-packing' | 'unknown-dictionary' | 'template-not-at-hand' | 'too-big' | 'too-deep';
};

/** The longest credential that is packed or unpacked, in bytes. */
const MAX_UNPACKED = 30_000;
const MAX_DEPTH = 64;

// Of a stored block, which has 16 bits for its length; what lies further back than 32 kB could not be referred to.
const MAX_DICTIONARY = 32_768;
const TEMPLATE_ID = 4;
const WITH_TEMPLATE = 0x80;

/** The name a template goes by: the first 4 bytes of its SHA-256, in hexadecimal. */
export const templateId = (template: string): string => toHex(sha256Sync(utf8(template)).subarray(0, TEMPLATE_ID));

/**
 * What all badges of one mould have in common, as a text both sides can make: the award as far as it is known beforehand, with anything
 * (the same on both sides) in place of what varies, and the key that will sign.
 */
export const badgeTemplate = (award: BadgeAward, verificationMethod: string): string =>
  JSON.stringify({
    ...buildOpenBadge(award),
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-01-01T00:00:00Z',
        verificationMethod,
        proofPurpose: 'assertionMethod',
        proofValue: 'z',
      },
    ],
  });

/**
 * A signed credential as few bytes, from which its JSON comes back to the letter (as JSON.stringify writes it). With a template the reader
 * knows, only what differs from it goes in. Refused above 30 kB.
 */
export const packBadge = (credential: JsonObject, template?: string): Result<Bytes, { readonly type: 'too-big' }> => {
  const text = JSON.stringify(credential);
  if (utf8(text).length > MAX_UNPACKED) return err({ type: 'too-big' });
  const head =
    template === undefined
      ? Uint8Array.of(PACK_DICTIONARY)
      : concatBytes(Uint8Array.of(PACK_DICTIONARY | WITH_TEMPLATE), sha256Sync(utf8(template)).subarray(0, TEMPLATE_ID));
  return ok(concatBytes(head, deflate(compactText(text), dictionaryOf(PACK_DICTIONARY, template) ?? new Uint8Array(0))));
};

/** The credential behind packed bytes, not yet checked in any way; `templates` gives the template that goes by an id. Never throws. */
export const unpackBadge = async (
  packed: Bytes,
  templates: Lookup<string> = () => undefined,
): Promise<Result<JsonObject, UnpackRefusal>> => {
  const number = (packed[0] ?? 0) & ~WITH_TEMPLATE;
  const withTemplate = ((packed[0] ?? 0) & WITH_TEMPLATE) !== 0;
  if (!Object.hasOwn(PACK_DICTIONARIES, number)) return err({ type: 'unknown-dictionary' });
  const id = packed.subarray(1, 1 + TEMPLATE_ID);
  const template = withTemplate ? await templates(toHex(id)) : undefined;
  if (withTemplate && template === undefined) return err({ type: 'template-not-at-hand' });
  const dictionary = dictionaryOf(number, template);
  const inside = packed.slice(withTemplate ? 1 + TEMPLATE_ID : 1);
  const bytes = dictionary === null ? null : await inflateRaw(inside, dictionary, MAX_UNPACKED);
  const text = bytes === null ? null : expandText(bytes);
  return text === null ? err({ type: 'bad-packing' }) : parsed(text);
};

const dictionaryOf = (number: number, template: string | undefined): Bytes | null => {
  const common = PACK_DICTIONARIES[number];
  return common === undefined ? null : concatBytes(compactText(common), compactText(template ?? '')).slice(-MAX_DICTIONARY);
};

const parsed = (text: string): Result<JsonObject, UnpackRefusal> => {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return err({ type: 'bad-packing' });
    return nestsWithin(value, MAX_DEPTH) ? ok(value) : err({ type: 'too-deep' });
  } catch {
    return err({ type: 'bad-packing' });
  }
};
