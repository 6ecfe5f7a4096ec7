import type { Mould } from '#domain/mould';

/** Badges that belong to no road. */
export const GENERIC_MOULDS: { readonly [id: string]: Mould } = {
  'je-participe': {
    kind: 'event',
    levels: 0,
    draw: { shape: 'rosette', hue: 'gold', picture: 'event', title: 'Je participe' },
    title: { fr: 'Je participe', en: 'I take part', ar: 'أشارك', uk: 'Я беру участь', pt: 'Participo' },
    criteria: {
      fr: 'J’ai participé à cet évènement.',
      en: 'I took part in this event.',
      ar: 'شاركتُ في هذا الحدث.',
      uk: 'Я беру участь у цьому заході.',
      pt: 'Participei neste evento.',
    },
    notToShow: {
      fr: 'Rien à photographier : votre présence suffit.',
      en: 'Nothing to photograph: being there is enough.',
      ar: 'لا شيء للتصوير: حضورك يكفي.',
      uk: 'Нічого фотографувати: вашої присутності досить.',
      pt: 'Nada a fotografar: a sua presença basta.',
    },
    alignments: [],
  },
  bienvenue: {
    kind: 'welcome',
    levels: 0,
    draw: { shape: 'circle', hue: 'teal', picture: 'welcome', title: 'Bienvenue' },
    title: { fr: 'Bienvenue', en: 'Welcome', ar: 'مرحباً', uk: 'Ласкаво просимо', pt: 'Boas-vindas' },
    criteria: {
      fr: 'Je connais les lieux, les horaires et les personnes qui m’accueillent.',
      en: 'I know the place, the hours and the people who welcome me.',
      ar: 'أعرف المكان والأوقات والأشخاص الذين يستقبلونني.',
      uk: 'Я знаю місце, розклад і людей, які мене приймають.',
      pt: 'Conheço o local, os horários e as pessoas que me acolhem.',
    },
    notToShow: {
      fr: 'Pas de visage, pas de papier d’identité, pas de contrat.',
      en: 'No faces, no identity papers, no contract.',
      ar: 'لا وجوه، ولا أوراق هويّة، ولا عقد.',
      uk: 'Без облич, без документів, без договору.',
      pt: 'Nenhum rosto, nenhum documento de identidade, nenhum contrato.',
    },
    alignments: [],
  },
};
