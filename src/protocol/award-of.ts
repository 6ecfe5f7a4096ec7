import type { Millis } from '#base/ambient';
import type { Achievement, BadgeAward } from '#credentials/open-badge';
import type { Badge } from '#domain/badge';
import { inLocale } from '#domain/draw';
import type { Event } from '#domain/event';
import type { BadgeId, MouldId, StructureId } from '#domain/ids';
import type { Mould } from '#domain/mould';
import type { Person } from '#domain/person';
import type { Structure } from '#domain/structure';
import { badgeAddress, issuerDid, mouldAddress, type Site, statusListAddress } from './site.ts';

/** Open Badges' own kinds where they fit, else the network's words (`ext:`). */
const ACHIEVEMENT_TYPE: { readonly [kind in Mould['kind']]: string } = {
  transversal: 'Competency',
  trade: 'Competency',
  event: 'ext:Participation',
  intention: 'ext:Engagement',
  training: 'ext:Training',
  own: 'ext:OwnExperience',
  collective: 'ext:Collective',
  key: 'ext:KeyBadge',
  welcome: 'ext:Welcome',
};

// One achievement per language (design/credentials.md §1.1); French is the reference.
const LANGUAGE = 'fr';

/** The steps of a mould with levels, in the words of the person's screens; trainings have their own. */
const LEVELS = ['je découvre', 'je fais', 'je montre aux autres'] as const;
const TRAINING_LEVELS = ['découverte', 'exploration', 'pratique'] as const;

const levelNames = ({ kind }: Mould): readonly string[] => (kind === 'training' ? TRAINING_LEVELS : LEVELS);

const levelId = (address: string, level: number): string => `${address}#level-${level}`;

/** A mould as an Open Badges achievement. */
export const achievementOf = (site: Site, id: MouldId, mould: Mould): Achievement => {
  const address = mouldAddress(site, id);
  const criteria = inLocale(mould.criteria, LANGUAGE);
  return {
    id: address,
    name: inLocale(mould.title, LANGUAGE),
    description: criteria,
    criteria,
    inLanguage: LANGUAGE,
    achievementType: ACHIEVEMENT_TYPE[mould.kind],
    image: { id: `${address}/image.svg`, caption: inLocale(mould.title, LANGUAGE) },
    alignments: mould.alignments.map(({ framework, code, name, url }) => ({
      targetName: name,
      targetUrl: url,
      targetFramework: framework,
      targetCode: code,
    })),
    ...(mould.levels > 0 && {
      levels: {
        id: `${address}#levels`,
        name: 'niveau',
        levels: levelNames(mould).map((name, i) => ({ id: levelId(address, i + 1), name })),
      },
    }),
  };
};

/** All that a badge's credential is made of. */
export interface AwardParts {
  readonly id: BadgeId;
  readonly badge: Pick<Badge, 'mould' | 'at' | 'level'>;
  readonly mould: Mould;
  readonly person: Pick<Person, 'did'>;
  readonly structure: Pick<Structure, 'name'>;
  readonly structureId: StructureId;
  readonly event: Event | undefined;
  readonly statusIndex: number;
  /** When it is signed. */
  readonly now: Millis;
}

/** A badge as an Open Badges award. The event it comes from is its evidence: being there was the proof. */
export const awardOf = (
  site: Site,
  { id, badge, mould, person, structure, structureId, event, statusIndex, now }: AwardParts,
): BadgeAward => ({
  id: badgeAddress(site, id),
  issuer: { id: issuerDid(site, structureId), name: structure.name, url: site.origin },
  subject: person.did,
  achievement: achievementOf(site, badge.mould, mould),
  awarded: badge.at,
  validFrom: now,
  status: { list: statusListAddress(site, structureId), index: statusIndex },
  ...(badge.level && mould.levels > 0 && { achievedLevel: levelId(mouldAddress(site, badge.mould), badge.level) }),
  ...(event && { evidence: [{ name: event.title, genre: 'participation', ...(event.place && { description: event.place }) }] }),
});
