import type { ActionName } from '#domain/actions';
import type { Actor } from '#domain/device';
import type { Evidence } from '#domain/evidence';
import {
  CATALOGUE,
  type EvidenceId,
  type LinkId,
  type MediaId,
  type MouldId,
  type ReflectionId,
  type RequestId,
  type RoadId,
  type StaffId,
  scopeOf,
  type WitnessId,
} from '#domain/ids';
import type { Mould, Road } from '#domain/mould';
import type { Option } from '#domain/question';
import { COMMON, type Questionnaire } from '#domain/questionnaire';
import type { Kind, Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import type { Answer, Answers, Reflection } from '#domain/reflection';
import type { Request } from '#domain/request';
import type { Judgement } from '#domain/rule';
import type { Witness } from '#domain/witness';
import { aRow, at, badgeId, DRAW, PERSON, STRUCTURE, uuidOf } from './field.ts';

export const NINE = at('2026-05-30T09:00Z');
export const TEAM = 'en-equipe' as MouldId;
export const STAFF = uuidOf(300) as StaffId;
export const HERS = scopeOf('q', PERSON);
export const OPEN = scopeOf('p', PERSON);
export const HOME = scopeOf('s', STRUCTURE);

export const reflectionId = (n: number): ReflectionId => uuidOf(2000 + n) as ReflectionId;
export const requestId = (n: number): RequestId => uuidOf(3000 + n) as RequestId;
export const evidenceId = (n: number): EvidenceId => uuidOf(4000 + n) as EvidenceId;
export const linkId = (n: number): LinkId => uuidOf(5500 + n) as LinkId;
export const witnessId = (n: number): WitnessId => uuidOf(5000 + n) as WitnessId;
export const mediaId = (n: number): MediaId => n.toString(16).padStart(64, '0') as MediaId;

export const me: Actor = { role: 'person', person: PERSON };
export const nadia: Actor = { role: 'advisor', structure: STRUCTURE, staff: STAFF };
export const idriss: Actor = { role: 'witness', structure: STRUCTURE, person: PERSON, witness: witnessId(1) };

/** A judgement of the server at nine, unless said otherwise. */
export const judgingAs = (actor: Actor, change: Partial<Judgement> = {}): Judgement => ({
  place: 'server',
  now: NINE,
  at: NINE,
  actor,
  device: 'zPhone',
  facts: {},
  ...change,
});

export const option = (picture: string): Option => ({ picture, label: { fr: picture } });

/** What every questionnaire asks. */
export const aCommon = (): Questionnaire => ({
  situation: [{ kind: 'pick1', ask: { fr: 'Pensez à un jour précis.' }, options: ['today', 'yesterday', 'this-week'].map(option) }],
  how: [{ kind: 'help', ask: { fr: 'Comment faites-vous ?' } }],
  show: [{ kind: 'photo' }, { kind: 'voice' }, { kind: 'gesture' }, { kind: 'witness' }],
  means: [{ kind: 'feel' }],
});

/** What the team badge asks of its own. */
export const aQuestionnaire = (change: Partial<Questionnaire> = {}): Questionnaire => ({
  did: [{ kind: 'pickN', ask: { fr: 'Qu’avez-vous fait ?' }, options: ['carry', 'share', 'explain', 'tidy'].map(option) }],
  watched: [{ kind: 'order', options: ['listen', 'repeat', 'do'].map(option) }],
  ...change,
});

export const aMould = (change: Partial<Mould> = {}): Mould => ({
  kind: 'transversal',
  draw: DRAW,
  title: { fr: 'En équipe' },
  criteria: { fr: 'Je travaille avec les autres.' },
  levels: 3,
  alignments: [],
  ...change,
});

const ROAD = 'savoir-etre' as RoadId;

/** A road of four badges of which two are needed. */
export const aRoad = (change: Partial<Road> = {}): Road => ({
  title: { fr: 'Savoir-être' },
  hue: 'indigo',
  key: 'savoir-etre-au-travail' as MouldId,
  moulds: [TEAM, 'a-l-heure', 'en-securite', 'je-communique'] as MouldId[],
  needed: 2,
  ...change,
});

/** The catalogue, and Amina among the people of a structure where Nadia works. */
export const aHouse = (...rows: readonly Row[]): readonly Row[] => [
  ...['a-l-heure', 'en-securite', 'je-communique', TEAM].map((id) => aRow(CATALOGUE, 'mould', id, aMould({ road: ROAD }))),
  aRow(CATALOGUE, 'mould', 'savoir-etre-au-travail', aMould({ kind: 'key', levels: 0 })),
  aRow(CATALOGUE, 'road', ROAD, aRoad()),
  aRow(CATALOGUE, 'questionnaire', COMMON, aCommon()),
  aRow(CATALOGUE, 'questionnaire', TEAM, aQuestionnaire()),
  aRow(OPEN, 'person', PERSON, { firstName: 'Amina', figure: 'figure-01', mark: 'drop', structure: STRUCTURE, did: 'did:web:x:p:amina' }),
  aRow(HOME, 'staff', STAFF, { face: { firstName: 'Nadia', figure: 'figure-03', mark: 'leaf' } }),
  aRow(HOME, 'member', PERSON, { person: PERSON }),
  ...rows,
];

export const anAnswer = (chosen: readonly string[], change: Partial<Answer> = {}): Answer => ({
  chosen: [...chosen],
  at: NINE,
  with: 'self',
  heard: 'fr',
  ...change,
});

/** All that is asked, answered: alone, shown by a photo. */
export const someAnswers = (change: Answers = {}): Answers => ({
  'situation-pick1': anAnswer(['yesterday']),
  'did-pickN': anAnswer(['carry']),
  'how-help': anAnswer(['alone']),
  'show-photo': anAnswer([evidenceId(1)]),
  'means-feel': anAnswer(['well']),
  ...change,
});

export const aReflection = (change: Partial<Extract<Reflection, { step: 'open' }>> = {}): Reflection => ({
  step: 'open',
  mould: TEAM,
  begun: NINE,
  here: 'means',
  answers: someAnswers(),
  ...change,
});

export const anEvidence = (n = 1, change: Partial<Evidence> = {}): Evidence => ({
  shown: { kind: 'photo', media: mediaId(n), faces: 'none' },
  at: NINE,
  with: 'self',
  seenBy: 'me',
  ...change,
});

export const aRequest = (change: Partial<Extract<Request, { step: 'sent' }>> = {}): Extract<Request, { step: 'sent' }> => ({
  step: 'sent',
  mould: TEAM,
  structure: STRUCTURE,
  reflection: reflectionId(1),
  answers: {},
  evidence: [evidenceId(1)],
  level: 2,
  at: NINE,
  badge: badgeId(1),
  key: badgeId(2),
  ...change,
});

export const aQuestionToAWitness = (change: Partial<Extract<Witness, { step: 'asked' }>> = {}): Extract<Witness, { step: 'asked' }> => ({
  step: 'asked',
  about: reflectionId(1),
  mould: TEAM,
  structure: STRUCTURE,
  by: 'qr',
  at: NINE,
  ...change,
});

/** Records of the house with a reflection ready to be sent and its photo, and what else is given. */
export const readyToSend = (...rows: readonly Row[]): Overlay =>
  overlayOf(aHouse(aRow(HERS, 'reflection', reflectionId(1), aReflection()), aRow(HERS, 'evidence', evidenceId(1), anEvidence()), ...rows));

/** Names what patches write: `q:… reflection`, with a dash before what they remove. */
export const told = (patches: readonly { scope: string; kind: Kind; id: string; body: unknown }[]): readonly string[] =>
  patches.map(({ scope, kind, body }) => `${body === null ? '- ' : ''}${scope[0]} ${kind}`);

const saysAs = { person: PERSON, request: requestId(1) };

/** Arguments of every act that is no event's: well made, whoever makes them. */
export const ARGUMENTS: { readonly [name in Exclude<ActionName, 'claim-badge' | 'show-badge'>]: object } = {
  'receive-badge': { badge: badgeId(1) },
  'keep-answer': { reflection: reflectionId(1), mould: TEAM, here: 'how' },
  'keep-reflection': { reflection: reflectionId(1) },
  'add-evidence': { evidence: evidenceId(1), shown: { kind: 'attestation', media: mediaId(1) }, with: 'self' },
  'show-evidence': { evidence: evidenceId(1), to: 'structure' },
  'take-back-evidence': { evidence: evidenceId(1) },
  'send-request': {
    request: requestId(1),
    reflection: reflectionId(1),
    mould: TEAM,
    structure: STRUCTURE,
    badge: badgeId(1),
    key: badgeId(2),
  },
  'take-back-request': { request: requestId(1) },
  'make-link': { link: linkId(1), badge: badgeId(1), secret: 'cd'.repeat(32), lasts: 'week' },
  'end-link': { link: linkId(1), open: false },
  'say-consent': { topic: 'kept', said: 'yes', locale: 'fr' },
  'ask-witness': { witness: witnessId(1), about: reflectionId(1), mould: TEAM, structure: STRUCTURE, by: 'here' },
  'say-seen': { person: PERSON, witness: witnessId(1), structure: STRUCTURE, who: {} },
  'answer-request': { ...saysAs, say: 'looking' },
  'give-badge': { ...saysAs, mould: TEAM, level: 1, badge: badgeId(1), key: badgeId(2) },
};
