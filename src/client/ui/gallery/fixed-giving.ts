import type { AskedView } from '#client/views/asked-view';
import type { DossierView } from '#client/views/dossier-view';
import type { ReceivedView } from '#client/views/received-view';
import type { AskedInList, ToSeeView } from '#client/views/to-see-view';
import type { WitnessPage, WitnessQuestion } from '#client/views/witness-view';
import { STARTER_MOULDS, STARTER_ROADS } from '#content/starter-kit';
import { type Draw, inLocale } from '#domain/draw';
import type { MediaId, StaffId } from '#domain/ids';
import type { Face } from '#domain/person';
import type { GivingApp } from '../app-giving.ts';
import { aShown } from './fixed-capture.ts';
import { AMINA, badgeId, DAY_OF_TRADES, KARIM, THAT_DAY } from './fixed-values.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const NADIA: Face = { firstName: 'Nadia', figure: 'figure-05', mark: 'leaf' };
const faces: readonly Face[] = [
  AMINA,
  KARIM,
  { firstName: 'René', figure: 'figure-15', mark: 'bridge' },
  { firstName: 'Marie-Antoinette', figure: 'figure-14', mark: 'hat' },
  { firstName: 'Gurpreet', figure: 'figure-06', mark: 'diamond' },
  { firstName: 'Fatou', figure: 'figure-09', mark: 'cloud' },
  { firstName: 'Monique', figure: 'figure-11', mark: 'cup' },
];

const drawOf = (mould: string): Draw => STARTER_MOULDS[mould]?.draw ?? DAY_OF_TRADES;
const criteriaOf = (mould: string): string => inLocale(STARTER_MOULDS[mould]?.criteria ?? { fr: '' }, 'fr');
const nothing = { photo: false, video: false, voice: false, attestation: false, witness: false } as const;

const asked = (n: number, mould: string, change: Partial<AskedInList> = {}): AskedInList => ({
  request: `request-${n}`,
  person: `person-${n}`,
  face: faces[n] ?? AMINA,
  draw: drawOf(mould),
  step: 'sent',
  // Told as a time ago: of whenever the gallery is looked at.
  at: Date.now() - (3 - n) * 20 * HOUR,
  safety: 'arrived',
  shows: nothing,
  ...change,
});

export const TO_SEE: ToSeeView = {
  me: NADIA,
  structure: 'Les Jardins de Pessac',
  toSee: [
    asked(0, 'en-equipe', { step: 'looking', shows: { ...nothing, photo: true, voice: true, witness: true } }),
    asked(1, 'en-securite', { shows: { ...nothing, photo: true } }),
    asked(2, 'a-l-heure', { step: 'talk', safety: 'kept-here' }),
  ],
  answered: [
    asked(3, 'je-communique', { step: 'given', safety: 'kept-here' }),
    asked(4, 'a-l-heure', { step: 'continue', safety: 'on-its-way' }),
    asked(5, 'en-equipe', { step: 'given' }),
  ],
  people: faces.map((face, i) => ({ id: `person-${i}`, face, badges: (i * 3) % 7, waits: i < 3 })),
};

/** One request with everything in it, looked at and not answered unless said otherwise. */
export const anAsked = (change: Partial<AskedView> = {}): AskedView => ({
  person: 'person-0',
  face: AMINA,
  request: 'request-0',
  mould: 'en-equipe',
  draw: drawOf('en-equipe'),
  criteria: criteriaOf('en-equipe'),
  step: 'looking',
  at: Date.now() - 2 * DAY,
  by: undefined,
  levels: 3,
  proposed: 2,
  held: undefined,
  frames: [
    {
      item: 'situation-pick1',
      question: 'Pensez à un jour précis.',
      say: '',
      pictures: [{ picture: 'kit-yesterday', label: 'Hier', say: '' }],
    },
    { item: 'how-help', question: 'Comment faites-vous ?', say: '', pictures: [{ picture: 'alone', label: 'Sans aide', say: '' }] },
    { item: 'show-photo', question: 'Montrez une photo.', say: '', pictures: [{ picture: 'way-photo', label: 'Une photo', say: '' }] },
  ],
  otherwise: [
    {
      item: 'watched-pick1',
      question: 'Quelqu’un court avec une charge. Que faites-vous ?',
      answered: [{ picture: 'kit-wait', label: 'J’attends' }],
      usual: [{ picture: 'kit-call', label: 'J’appelle' }],
    },
  ],
  helped: true,
  shown: [0, 1, 2, 3].map((n) =>
    aShown(n, { seenBy: 'structure', safety: n === 2 ? 'on-its-way' : 'arrived', ...(n === 2 && { media: 'nowhere' }) }),
  ),
  live: true,
  witnesses: [
    { id: 'w1', step: 'seen', firstName: 'Idriss', figure: 'figure-12', voice: undefined, on: 'theirs' },
    { id: 'w2', step: 'seen', firstName: undefined, figure: undefined, voice: undefined, on: 'hers' },
    { id: 'w3', step: 'asked', firstName: undefined, figure: undefined, voice: undefined, on: undefined },
  ],
  safety: 'arrived',
  ...change,
});

export const A_GIVER = { staff: '01900000-0000-7000-8000-00000000f001' as StaffId, face: NADIA, at: THAT_DAY };

export const DOSSIER: DossierView = {
  person: 'person-0',
  face: AMINA,
  held: [
    { id: badgeId(1), draw: drawOf('a-l-heure'), level: 2, safety: 'arrived' },
    { id: badgeId(2), draw: drawOf('en-equipe'), level: 1, safety: 'kept-here' },
  ],
  roads: Object.values(STARTER_ROADS)
    .slice(0, 4)
    .map((road) => ({
      title: inLocale(road.title, 'fr'),
      moulds: road.moulds.map((mould, i) => ({
        mould,
        draw: drawOf(mould),
        criteria: criteriaOf(mould),
        levels: 3,
        held: i === 0 ? 3 : i === 1 ? 1 : undefined,
        whole: i === 0,
      })),
    })),
};

export const RECEIVED: ReceivedView = {
  badge: badgeId(2),
  isKey: false,
  by: { face: NADIA, voice: { media: 'voice' as MediaId, ms: 9_000, scope: 'p:amina' } },
};

export const QUESTION: WitnessQuestion = {
  face: AMINA,
  mould: 'en-equipe',
  draw: drawOf('en-equipe'),
  criteria: criteriaOf('en-equipe'),
  structure: 'Les Jardins de Pessac',
  seen: false,
};

const PAGE: WitnessPage = { state: 'asked', question: QUESTION };

/** Giving and receiving of fixed values. */
export const fixedGiving: GivingApp = {
  toSee: () => TO_SEE,
  asked: () => () => anAsked(),
  dossier: () => () => DOSSIER,
  give: async () => null,
  reply: async () => null,
  received: () => [],
  receive: async () => null,
  putOff: () => undefined,
  askWitness: async ({ by }) => ({
    witness: 'witness',
    ...(by !== 'here' && { address: 'https://pepites.example/w#who-saw-it-who-saw-it-' }),
  }),
  saySeenHere: async () => null,
  witnessSecret: () => 'who-saw-it-who-saw-it-',
  witnessPage: () => () => PAGE,
  lookAgain: () => undefined,
  saySeen: async () => undefined,
};
