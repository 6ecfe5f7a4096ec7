import { buildPersonDocument } from '#credentials/did-document';
import { type StructureId, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { personDid, type Site } from '#protocol/site';
import { type PublishDeps, publishIssuer } from './publish-issuer.ts';

/** The DID document of a structure; null without such an issuer. */
export const structureDocument = async (deps: PublishDeps, structure: string): Promise<object | null> =>
  (await publishIssuer(deps, structure as StructureId))?.document ?? null;

/** The signed status list of a structure, a day old at most; null without such an issuer. */
export const statusList = async (deps: PublishDeps, structure: string): Promise<object | null> =>
  (await publishIssuer(deps, structure as StructureId))?.statusList ?? null;

/** The DID document of a person by the last part of her identifier: the keys of her devices and nothing else. */
export const personDocument = async (store: RecordStore, site: Site, part: string): Promise<object | null> => {
  const scope = scopeOf('b', part);
  const page = (await store.read([{ scope, kind: 'page', id: part }])).get(scope, 'page', part);
  if (!page) return null;
  const own = scopeOf('p', page.person);
  const records = await store.read([
    { scope: own, kind: 'person', id: page.person },
    { scope: own, kind: 'key' },
  ]);
  const did = personDid(site, part);
  // A badge's page leads to its holder too, but is nobody's identifier.
  if (records.get(own, 'person', page.person)?.did !== did) return null;
  return buildPersonDocument(
    did,
    records.list(own, 'key').map(({ id }) => id),
  );
};
