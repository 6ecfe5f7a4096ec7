import type { Lookup } from '#credentials/lookup';
import { badgeTemplate, templateId } from '#credentials/pack-badge';
import type { BadgeId, MouldId, StructureId } from '#domain/ids';
import { CATALOGUE } from '#domain/ids';
import type { Mould } from '#domain/mould';
import type { Need, Records } from '#domain/record';
import { awardOf } from '#protocol/award-of';
import type { Site } from '#protocol/site';
import { ISSUER_NEEDS, issuerKeys } from './issuer-keys.ts';

/** What must be read to know what badges of the catalogue have in common. */
export const TEMPLATE_NEEDS: readonly Need[] = [...ISSUER_NEEDS, { scope: CATALOGUE, kind: 'mould' }];

const ANY_BADGE = '00000000-0000-0000-0000-000000000000' as BadgeId;

/**
 * What all badges of one mould given by one organisation have in common, made by each phone of its own copies: both must make the same text,
 * so nothing may go in that differs from phone to phone. Undefined where this phone knows the mould or the organisation's key not.
 */
export const templateOf = (records: Records, site: Site, mouldId: MouldId, structureId: StructureId): string | undefined => {
  const mould = records.get(CATALOGUE, 'mould', mouldId);
  const issuer = records.get(CATALOGUE, 'issuer', structureId);
  const [key] = issuerKeys(records)(structureId) ?? [];
  if (!mould || !issuer || key === undefined) return undefined;
  const award = awardOf(site, {
    id: ANY_BADGE,
    badge: anyBadge(mouldId, mould),
    mould,
    person: { did: '' },
    structure: issuer,
    structureId,
    event: undefined,
    statusIndex: 0,
    now: 0,
  });
  return badgeTemplate(award, `${issuer.did}#${key}`);
};

const anyBadge = (mould: MouldId, { levels }: Mould) => ({ mould, at: 0, ...(levels > 0 && { level: 1 as const }) });

/** Templates by the id packed badges name them by, made one after the other until it is found. */
export const templatesFrom = (records: Records, site: Site): Lookup<string> => {
  const known = new Map<string, string>();
  const all = every(records, site);
  return (id) => {
    while (!known.has(id)) {
      const next = all.next();
      if (next.done) return undefined;
      known.set(templateId(next.value), next.value);
    }
    return known.get(id);
  };
};

function* every(records: Records, site: Site): Generator<string, undefined> {
  for (const issuer of records.list(CATALOGUE, 'issuer')) {
    for (const mould of records.list(CATALOGUE, 'mould')) {
      const template = templateOf(records, site, mould.id as MouldId, issuer.id as StructureId);
      if (template !== undefined) yield template;
    }
  }
}
