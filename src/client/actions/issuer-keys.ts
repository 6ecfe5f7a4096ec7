import { CATALOGUE } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { KeysOf } from '#protocol/facts';

/** What must be read to know the organisations. */
export const ISSUER_NEEDS: readonly Need[] = [{ scope: CATALOGUE, kind: 'issuer' }];

/**
 * The organisation keys this device has in its copies of the issuers' documents; undefined for a structure it never heard of.
 * A key with an end is a device's, lent by the organisation: it may sign badges, but never make another device one of the organisation's.
 */
export const issuerKeys =
  (records: Records): KeysOf =>
  (structure) => {
    const issuer = records.get(CATALOGUE, 'issuer', structure);
    return issuer && organisationKeys(issuer.document);
  };

// The keys in multibase a DID document names under `assertionMethod`, embedded or by reference.
const organisationKeys = (document: { readonly [name: string]: unknown }): readonly string[] => {
  const methods = new Map(
    listOf(document['verificationMethod']).flatMap((method) => (isObject(method) ? [[method['id'], method] as const] : [])),
  );
  return listOf(document['assertionMethod']).flatMap((entry) => {
    const method = isObject(entry) ? entry : methods.get(entry);
    const key = method?.['publicKeyMultibase'];
    const isLent = method?.['expires'] !== undefined || method?.['revoked'] !== undefined;
    return typeof key === 'string' && !isLent ? [key] : [];
  });
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null;
