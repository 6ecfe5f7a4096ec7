import type { Millis } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { gunzip, gzip } from './gzip.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { issueContexts } from './issue-contexts.gen.ts';
import type { KnownDid } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import type { Lookup } from './lookup.ts';
import { fromMultibase, toMultibase64 } from './multibase.ts';
import { STATUS_LIST_SIZE } from './status-index.ts';
import { verifyProofs } from './verify-proofs.ts';

export type StatusPurpose = 'revocation' | 'suspension';

/** A status list to be published. Instants in milliseconds; after `validUntil` readers must say they no longer know. */
export interface StatusListContent {
  readonly id: string;
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  readonly marked: Iterable<number>;
  readonly validFrom: Millis;
  readonly validUntil?: Millis;
}

/** The unsigned BitstringStatusListCredential with the given indexes marked (to be signed like a badge). */
export const buildStatusList = async (content: StatusListContent): Promise<JsonObject> => {
  const bits = new Uint8Array(STATUS_LIST_SIZE / 8);
  for (const index of content.marked) {
    if (!Number.isInteger(index) || index < 0 || index >= STATUS_LIST_SIZE) throw new RangeError(`no place ${index} in a status list`);
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: content.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: content.issuer,
    validFrom: formatInstant(content.validFrom),
    ...(content.validUntil === undefined ? {} : { validUntil: formatInstant(content.validUntil) }),
    credentialSubject: {
      id: `${content.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: content.purpose,
      encodedList: toMultibase64(await gzip(bits)),
    },
  };
};

/** A status list whose signature and issuer have been checked; `asOf` is when it was read from its host. */
export interface StatusList {
  readonly id: string;
  readonly issuer: string;
  readonly purposes: readonly string[];
  readonly bits: Bytes;
  readonly validFrom: Millis | null;
  readonly validUntil: Millis | null;
  readonly asOf: Millis;
}

export type StatusListRefusal = {
  readonly type: 'bad-status-list' | 'status-list-signature' | 'status-list-too-big';
  readonly what: string;
};

// 131 072 entries are the least allowed; 16 million still cost only 2 MiB.
const MAX_BITS = 2 ** 24;

/** Reads a BitstringStatusListCredential got at `asOf`, after checking that its issuer signed it (the issuer's document must be at hand). */
export const readStatusList = async (
  input: unknown,
  asOf: Millis,
  dids: Lookup<KnownDid>,
): Promise<Result<StatusList, StatusListRefusal>> => {
  const refuse = (what: string) => err({ type: 'bad-status-list' as const, what });
  if (!isObject(input) || !listOf(input['type']).includes('BitstringStatusListCredential')) return refuse('type');
  const { id, issuer: by, credentialSubject: subject } = input;
  const issuer = isObject(by) ? by['id'] : by;
  if (typeof id !== 'string' || typeof issuer !== 'string' || !isObject(subject) || subject['type'] !== 'BitstringStatusList')
    return refuse('shape');
  const purposes = listOf(subject['statusPurpose']).filter((purpose) => typeof purpose === 'string');
  const encoded =
    typeof subject['encodedList'] === 'string' && subject['encodedList'].startsWith('u') ? fromMultibase(subject['encodedList']) : null;
  const [validFrom, validUntil] = [input['validFrom'], input['validUntil']].map((text) => (text === undefined ? null : parseInstant(text)));
  if (encoded === null || purposes.length === 0) return refuse('list');
  if ((input['validFrom'] !== undefined && validFrom === null) || (input['validUntil'] !== undefined && validUntil === null))
    return refuse('dates');
  const facts = await verifyProofs(input, issuer, { at: asOf, dids, contexts: issueContexts });
  if (facts.signature !== 'good' || facts.issuer !== 'known' || facts.problems.length > 0) {
    return err({ type: 'status-list-signature', what: facts.problems[0] ?? facts.issuer });
  }
  const bits = await gunzip(encoded, MAX_BITS / 8);
  if (bits === null || bits.length < STATUS_LIST_SIZE / 8) return err({ type: 'status-list-too-big', what: 'list' });
  return ok({ id, issuer, purposes, bits, validFrom: validFrom ?? null, validUntil: validUntil ?? null, asOf });
};

/** Whether a place of the list is marked, or null when the list has no such place. */
export const isMarked = (list: StatusList, index: number): boolean | null => {
  const byte = Number.isInteger(index) && index >= 0 ? list.bits[index >> 3] : undefined;
  return byte === undefined ? null : (byte & (0x80 >> (index & 7))) !== 0;
};
