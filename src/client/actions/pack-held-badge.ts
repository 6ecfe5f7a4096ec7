import { issuerId } from '#credentials/check-structure';
import { isObject } from '#credentials/json';
import { packBadge } from '#credentials/pack-badge';
import { toQrTexts } from '#credentials/qr-frames';
import { type BadgeId, CATALOGUE, type StructureId, scopeOf } from '#domain/ids';
import { TEMPLATE_NEEDS, templateOf } from './badge-templates.ts';
import type { KnowsWho, ReadRecords } from './ports.ts';

export interface PackDeps {
  readonly store: ReadRecords & KnowsWho;
  readonly origin: string;
}

/**
 * The texts of the QR codes that carry a held badge itself, to be shown in turn to a reader who needs no network: first one code for whoever
 * knows its mould, then those that tell everything. Each is of version 13 at most. Null while it is not sealed, and for what is not held.
 */
export const packHeldBadge = async ({ store, origin }: PackDeps, id: BadgeId): Promise<readonly string[] | null> => {
  const who = await store.identity();
  if (who?.actor.role !== 'person') return null;
  const own = scopeOf('p', who.actor.person);
  const records = await store.read([{ scope: own, kind: 'badge', id }, { scope: own, kind: 'credential', id }, ...TEMPLATE_NEEDS]);
  const badge = records.get(own, 'badge', id);
  const credential = records.get(own, 'credential', id)?.credential;
  if (!badge || !isObject(credential)) return null;
  const issuer = records.list(CATALOGUE, 'issuer').find(({ body }) => body.did === issuerId(credential));
  const template = issuer && templateOf(records, { origin }, badge.mould, issuer.id as StructureId);
  const short = template === undefined ? [] : textsOf(packBadge(credential, template));
  // More than one would only make the turn longer.
  const texts = [...(short.length === 1 ? short : []), ...textsOf(packBadge(credential))];
  return texts.length === 0 ? null : texts;
};

const textsOf = (packed: ReturnType<typeof packBadge>): readonly string[] => {
  const texts = packed.ok ? toQrTexts(packed.value) : packed;
  return texts.ok ? texts.value : [];
};
