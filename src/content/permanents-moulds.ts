import type { Mould } from '#domain/mould';
import type { KitPart } from './kit-part.ts';
import { order, pick1, pickN, show, yna } from './questions.ts';
import { text } from './text.ts';

const octagon = (hue: Mould['draw']['hue'], picture: string, title: string): Mould['draw'] => ({ shape: 'octagon', hue, picture, title });
const papers = text(
  'Pas de visage, pas de dossier, pas de nom de salarié.',
  'No faces, no files, no employee’s name.',
  'لا وجوه، ولا ملفّات، ولا اسم عامل.',
  'Без облич, справ та імен працівників.',
  'Nenhum rosto, nenhum processo, nenhum nome de trabalhador.',
);

/** Badges of those who work for the structures and the network. */
export const PERMANENTS: KitPart = {
  roads: {},
  moulds: {
    'badgeons-l-iae': {
      kind: 'intention',
      levels: 0,
      draw: octagon('indigo', 'kit-megaphone', 'Badgeons l’IAE'),
      title: text('Badgeons l’IAE', 'Badges for our network', 'شارات لشبكتنا', 'Бейджі для мережі', 'Badges para a rede'),
      criteria: text(
        'Je m’engage à reconnaître ce que les personnes savent faire, en Nouvelle-Aquitaine.',
        'I commit myself to recognise what people can do, in Nouvelle-Aquitaine.',
        'ألتزم بالاعتراف بما يعرفه الناس في نوفيل أكيتين.',
        'Я зобов’язуюся визнавати вміння людей у Новій Аквітанії.',
        'Comprometo-me a reconhecer o que as pessoas sabem fazer, na Nova Aquitânia.',
      ),
      notToShow: text(
        'Rien à photographier : votre engagement suffit.',
        'Nothing to photograph: your commitment is enough.',
        'لا شيء للتصوير: التزامك يكفي.',
        'Нічого фотографувати: вашої обіцянки досить.',
        'Nada a fotografar: o seu compromisso basta.',
      ),
      alignments: [],
    },
    'formation-permanents': {
      kind: 'training',
      levels: 3,
      draw: octagon('teal', 'kit-training', 'Formation'),
      title: text('Formation', 'Training', 'تدريب', 'Навчання', 'Formação'),
      criteria: text(
        'J’ai suivi une formation et je m’en sers dans mon travail.',
        'I followed a training and I use it in my work.',
        'تابعتُ تدريباً وأستعمله في عملي.',
        'Я проходжу навчання й користуюся ним у роботі.',
        'Fiz uma formação e uso-a no meu trabalho.',
      ),
      notToShow: papers,
      alignments: [],
    },
    afest: {
      kind: 'training',
      levels: 3,
      draw: octagon('green', 'kit-afest', 'AFEST'),
      title: text('AFEST', 'Training at work', 'تدريب أثناء العمل', 'Навчання на роботі', 'Formação no trabalho'),
      criteria: text(
        'Je fais, j’en parle et je refais, au travail.',
        'I do, I talk about it and I do it again, at work.',
        'أعمل، وأتكلّم عن ذلك، وأُعيد، في العمل.',
        'Я роблю, обговорюю й роблю знову на роботі.',
        'Faço, falo disso e volto a fazer, no trabalho.',
      ),
      notToShow: papers,
      alignments: [],
    },
    rae: {
      kind: 'training',
      levels: 3,
      draw: octagon('terra', 'kit-rae', 'RAE'),
      title: text('RAE', 'Recognised experience', 'الاعتراف بالخبرة', 'Визнаний досвід', 'Experiência reconhecida'),
      criteria: text(
        'Je montre, j’explique et je fais ailleurs ce que l’expérience m’a appris.',
        'I show, explain and do elsewhere what experience has taught me.',
        'أُظهر وأشرح وأعمل في مكان آخر ما علّمتني إيّاه الخبرة.',
        'Я показую, пояснюю й роблю деінде те, чого навчив досвід.',
        'Mostro, explico e faço noutro sítio o que a experiência me ensinou.',
      ),
      notToShow: papers,
      alignments: [],
    },
    'evenement-inae': {
      kind: 'event',
      levels: 0,
      draw: octagon('gold', 'kit-meeting', 'Évènement INAE'),
      title: text('Évènement INAE', 'INAE event', 'حدث الشبكة', 'Захід мережі', 'Evento INAE'),
      criteria: text(
        'J’ai participé à un évènement du réseau.',
        'I took part in an event of the network.',
        'شاركتُ في حدث للشبكة.',
        'Я беру участь у заході мережі.',
        'Participei num evento da rede.',
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
  },
  questionnaires: {
    'badgeons-l-iae': {
      did: pickN(text('Je m’engage à.', 'I will.', 'ألتزم.', 'Я зобов’язуюся.', 'Comprometo-me a.'), 'a-badge', 'explain', 'welcome'),
      without: ['situation', 'show'],
    },
    'formation-permanents': {
      did: yna(
        text('J’ai essayé au travail.', 'I tried it at work.', 'جرّبتُ ذلك في العمل.', 'Я пробую це на роботі.', 'Experimentei no trabalho.'),
      ),
      show: show('attestation', 'photo', 'voice', 'witness'),
    },
    afest: {
      did: order(
        text('Au travail, dans l’ordre.', 'At work, in order.', 'في العمل، بالترتيب.', 'На роботі, по порядку.', 'No trabalho, por ordem.'),
        'look',
        'do',
        'explain',
        'again',
      ),
      show: show('attestation', 'photo', 'voice', 'witness'),
    },
    rae: {
      did: pick1(
        text('Comment le montrez-vous\u00a0?', 'How do you show it?', 'كيف تُظهرون ذلك؟', 'Як ви це показуєте?', 'Como o mostra?'),
        'do',
        'explain',
        'elsewhere',
      ),
      show: show('attestation', 'photo', 'voice', 'witness'),
    },
  },
};
