import { CATALOGUE } from '#domain/ids';
import type { Need } from '#domain/record';
import type { Records } from '#domain/record';
import type { KeysOf } from '#protocol/facts';

/** What must be read to know the organisations. */
export const ISSUER_NEEDS: readonly Need[] = [{ scope: CATALOGUE, kind: 'issuer' }];

/** The organisation keys this device has in its copies of the issuers' documents; undefined for a structure it never heard of. */
export const issuerKeys =
  (records: Records): KeysOf =>
  (structure) => {
    const issuer = records.get(CATALOGUE, 'issuer', structure);
    return issuer && assertionKeys(issuer.document);
  };

/** The keys in multibase a DID document names under `assertionMethod`, embedded or by reference. */
const assertionKeys = (document: { readonly [name: string]: unknown }): readonly string[] => {
  const methods = new Map(listOf(document['verificationMethod']).flatMap((method) => (isObject(method) ? [[method['id'], method] as const] : [])));
  return listOf(document['assertionMethod']).flatMap((entry) => {
    const method = isObject(entry) ? entry : methods.get(entry);
    const key = method?.['publicKeyMultibase'];
    return typeof key === 'string' ? [key] : [];
  });
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null;
