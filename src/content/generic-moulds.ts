import type { KitPart } from './kit-part.ts';
import { pickN, show, yna } from './questions.ts';
import { text } from './text.ts';

/** Badges that belong to no road. */
export const GENERIC: KitPart = {
  roads: {},
  moulds: {
    'je-participe': {
      kind: 'event',
      levels: 0,
      draw: { shape: 'rosette', hue: 'gold', picture: 'event', title: 'Je participe' },
      title: text('Je participe', 'I take part', 'أشارك', 'Я беру участь', 'Participo'),
      criteria: text(
        'J’ai participé à cet évènement.',
        'I took part in this event.',
        'شاركتُ في هذا الحدث.',
        'Я беру участь у цьому заході.',
        'Participei neste evento.',
      ),
      notToShow: text(
        'Rien à photographier : votre présence suffit.',
        'Nothing to photograph: being there is enough.',
        'لا شيء للتصوير: حضورك يكفي.',
        'Нічого фотографувати: вашої присутності досить.',
        'Nada a fotografar: a sua presença basta.',
      ),
      alignments: [],
    },
    bienvenue: {
      kind: 'welcome',
      levels: 0,
      draw: { shape: 'circle', hue: 'teal', picture: 'welcome', title: 'Bienvenue' },
      title: text('Bienvenue', 'Welcome', 'مرحباً', 'Ласкаво просимо', 'Boas-vindas'),
      criteria: text(
        'Je connais les lieux, les horaires et les personnes qui m’accueillent.',
        'I know the place, the hours and the people who welcome me.',
        'أعرف المكان والأوقات والأشخاص الذين يستقبلونني.',
        'Я знаю місце, розклад і людей, які мене приймають.',
        'Conheço o local, os horários e as pessoas que me acolhem.',
      ),
      notToShow: text(
        'Pas de visage, pas de papier d’identité, pas de contrat.',
        'No faces, no identity papers, no contract.',
        'لا وجوه، ولا أوراق هويّة، ولا عقد.',
        'Без облич, без документів, без договору.',
        'Nenhum rosto, nenhum documento de identidade, nenhum contrato.',
      ),
      alignments: [],
    },
    'je-veux-apprendre': {
      kind: 'intention',
      levels: 0,
      draw: { shape: 'circle', hue: 'gold', picture: 'kit-books', title: 'Apprendre' },
      title: text('Je veux apprendre', 'I want to learn', 'أريد أن أتعلّم', 'Я хочу вчитися', 'Quero aprender'),
      criteria: text(
        'Je dis ce que je veux apprendre.',
        'I say what I want to learn.',
        'أقول ما أريد أن أتعلّمه.',
        'Я кажу, чого хочу навчитися.',
        'Digo o que quero aprender.',
      ),
      notToShow: text(
        'Rien à photographier : votre envie suffit.',
        'Nothing to photograph: your wish is enough.',
        'لا شيء للتصوير: رغبتك تكفي.',
        'Нічого фотографувати: вашого бажання досить.',
        'Nada a fotografar: a sua vontade basta.',
      ),
      alignments: [],
    },
    'mon-experience': {
      kind: 'own',
      levels: 0,
      draw: { shape: 'circle', hue: 'plum', picture: 'kit-telling', title: 'Mon expérience' },
      title: text('Mon expérience', 'My experience', 'تجربتي', 'Мій досвід', 'A minha experiência'),
      criteria: text(
        'Je raconte ce que j’ai fait, et quelqu’un l’a vu.',
        'I tell what I did, and someone saw it.',
        'أحكي ما فعلتُه، وأحد رأى ذلك.',
        'Я розповідаю, що роблю, і хтось це бачив.',
        'Conto o que fiz, e alguém viu.',
      ),
      notToShow: text(
        'Pas de visage d’une autre personne sans son accord.',
        'Nobody else’s face without their agreement.',
        'لا وجه لشخص آخر دون موافقته.',
        'Без обличчя іншої людини без її згоди.',
        'Nenhum rosto de outra pessoa sem o seu acordo.',
      ),
      alignments: [],
    },
    immersion: {
      kind: 'trade',
      levels: 3,
      draw: { shape: 'shield', hue: 'plum', picture: 'kit-immersion', title: 'Immersion' },
      title: text('Immersion en entreprise', 'Trial in a company', 'تجربة في شركة', 'Стажування на фірмі', 'Imersão numa empresa'),
      criteria: text(
        'J’ai essayé un métier dans une entreprise, et la personne qui m’accompagnait l’a vu.',
        'I tried a trade in a company, and the person who went with me saw it.',
        'جرّبتُ مهنة في شركة، ورآها الشخص الذي رافقني.',
        'Я пробую справу на фірмі, і людина, що була поруч, це бачила.',
        'Experimentei um ofício numa empresa, e quem me acompanhou viu.',
      ),
      notToShow: text(
        'Pas de visage, pas de secret de l’entreprise.',
        'No faces, no secrets of the company.',
        'لا وجوه، ولا أسرار الشركة.',
        'Без облич і таємниць фірми.',
        'Nenhum rosto, nenhum segredo da empresa.',
      ),
      alignments: [],
    },
  },
  questionnaires: {
    bienvenue: {
      did: pickN(
        text('Que connaissez-vous ici\u00a0?', 'What do you know here?', 'ماذا تعرفون هنا؟', 'Що ви тут знаєте?', 'O que conhece aqui?'),
        'places',
        'hours',
        'carry-together',
        'paper',
      ),
      without: ['situation', 'show'],
    },
    'je-veux-apprendre': {
      did: pickN(
        text(
          'Que voulez-vous apprendre\u00a0?',
          'What do you want to learn?',
          'ماذا تريدون أن تتعلّموا؟',
          'Чого ви хочете навчитися?',
          'O que quer aprender?',
        ),
        'trade',
        'french',
        'online',
        'driving-rules',
      ),
      without: ['situation', 'show'],
    },
    'mon-experience': {
      did: [
        {
          kind: 'voice',
          ask: text(
            'Racontez votre expérience.',
            'Tell your experience.',
            'احكوا تجربتكم.',
            'Розкажіть про свій досвід.',
            'Conte a sua experiência.',
          ),
        },
      ],
      show: show('photo', 'witness'),
    },
    immersion: {
      did: pickN(
        text('Qu’avez-vous fait\u00a0?', 'What did you do?', 'ماذا فعلتم؟', 'Що ви робили?', 'O que fez?'),
        'look',
        'ask',
        'do',
        'again',
      ),
      watched: yna(
        text('Ce travail me plaît.', 'I like this work.', 'يعجبني هذا العمل.', 'Мені подобається ця робота.', 'Gosto deste trabalho.'),
      ),
      show: show('witness', 'attestation', 'photo', 'voice'),
    },
  },
};
