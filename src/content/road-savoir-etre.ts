import type { MouldId, RoadId } from '#domain/ids';
import type { Mould, Road } from '#domain/mould';
import { esco, rome } from './alignments.ts';

const road = 'savoir-etre' as RoadId;
const shared = { kind: 'transversal', levels: 3, road } as const;
const draw = (picture: string, title: string): Mould['draw'] => ({ shape: 'hexagon', hue: 'indigo', picture, title });

/** Road A: how to be at work. Five mini-badges, four of which lead to the key badge (field.md: never all of n). */
export const SAVOIR_ETRE_MOULDS: { readonly [id: string]: Mould } = {
  'a-l-heure': {
    ...shared,
    draw: draw('alarm-clock', 'À l’heure'),
    title: { fr: 'À l’heure', en: 'On time', ar: 'في الموعد', uk: 'Вчасно', pt: 'A horas' },
    criteria: {
      fr: 'J’arrive à l’heure et je préviens si j’ai un retard.',
      en: 'I arrive on time and I tell someone if I am late.',
      ar: 'أصل في الموعد وأُخبر إذا تأخّرت.',
      uk: 'Я приходжу вчасно й попереджаю, якщо запізнююся.',
      pt: 'Chego a horas e aviso se me atraso.',
    },
    notToShow: {
      fr: 'Pas de photo de votre contrat ni de votre planning avec des noms.',
      en: 'No photo of your contract, nor of a schedule with names on it.',
      ar: 'لا صورة لعقدك ولا لجدول فيه أسماء.',
      uk: 'Без фото договору чи графіка з іменами.',
      pt: 'Nenhuma foto do contrato nem de um horário com nomes.',
    },
    alignments: [
      rome('300490', 'Faire preuve de rigueur et de précision'),
      esco('113b4428-0a31-4199-8496-070af7854b91', 'respecter ses engagements'),
    ],
  },
  'en-equipe': {
    ...shared,
    draw: draw('carry-together', 'En équipe'),
    title: { fr: 'En équipe', en: 'In a team', ar: 'ضمن الفريق', uk: 'У команді', pt: 'Em equipa' },
    criteria: {
      fr: 'Je travaille avec les autres et j’aide quand il faut.',
      en: 'I work with the others and I help when needed.',
      ar: 'أعمل مع الآخرين وأساعد عند الحاجة.',
      uk: 'Я працюю разом з іншими й допомагаю, коли треба.',
      pt: 'Trabalho com os outros e ajudo quando é preciso.',
    },
    notToShow: {
      fr: 'Pas de visage : les mains, les outils, le résultat.',
      en: 'No faces: hands, tools, the result.',
      ar: 'لا وجوه: الأيدي والأدوات والنتيجة.',
      uk: 'Без облич: руки, інструменти, результат.',
      pt: 'Nenhum rosto: as mãos, as ferramentas, o resultado.',
    },
    alignments: [rome('300465', "Avoir l'esprit d'équipe"), esco('60c78287-22eb-4103-9c8c-28deaa460da0', 'travailler en équipe')],
  },
  'je-comprends-la-consigne': {
    ...shared,
    draw: draw('listen', 'La consigne'),
    title: {
      fr: 'Je comprends la consigne',
      en: 'I understand the task',
      ar: 'أفهم التعليمات',
      uk: 'Я розумію завдання',
      pt: 'Percebo a instrução',
    },
    criteria: {
      fr: 'J’écoute la consigne, je redemande si besoin, et je la suis.',
      en: 'I listen to the instruction, I ask again if needed, and I follow it.',
      ar: 'أستمع إلى التعليمات، وأسأل مرّة أخرى إذا لزم، وأتّبعها.',
      uk: 'Я слухаю завдання, перепитую за потреби й виконую його.',
      pt: 'Ouço a instrução, volto a perguntar se for preciso e sigo-a.',
    },
    notToShow: {
      fr: 'Pas de photo d’un papier de l’entreprise ou d’un client.',
      en: 'No photo of a paper of the company or of a client.',
      ar: 'لا صورة لورقة من الشركة أو من زبون.',
      uk: 'Без фото паперів підприємства чи клієнта.',
      pt: 'Nenhuma foto de papéis da empresa ou de um cliente.',
    },
    alignments: [
      rome('300448', 'Respecter des règles, des consignes, normes et procédures opérationnelles'),
      esco('fc511e12-fe90-40a0-bec8-227abb5e4255', 'suivre des instructions verbales'),
    ],
  },
  'en-securite': {
    ...shared,
    draw: draw('safety-vest', 'En sécurité'),
    title: { fr: 'En sécurité', en: 'In safety', ar: 'بأمان', uk: 'У безпеці', pt: 'Em segurança' },
    criteria: {
      fr: 'Je porte mes protections et je signale un danger.',
      en: 'I wear my protection and I report a danger.',
      ar: 'أرتدي وسائل الحماية وأُبلّغ عن أيّ خطر.',
      uk: 'Я ношу засоби захисту й повідомляю про небезпеку.',
      pt: 'Uso as minhas proteções e aviso quando há perigo.',
    },
    notToShow: {
      fr: 'Pas de visage, pas de personne blessée, pas de photo chez un particulier.',
      en: 'No faces, nobody who is hurt, no photo in someone’s home.',
      ar: 'لا وجوه، ولا شخص مصاب، ولا صورة داخل منزل أحد.',
      uk: 'Без облич, без поранених, без фото в чужій оселі.',
      pt: 'Nenhum rosto, nenhum ferido, nenhuma foto em casa de particulares.',
    },
    alignments: [
      rome('482123', 'Utiliser des équipements de protection individuelle (EPI)'),
      esco('51754b8a-3e2c-4cc1-86e6-cf510d9c6fe4', 'utiliser des équipements de protection individuelle'),
    ],
  },
  'je-communique': {
    ...shared,
    draw: draw('speaking-head', 'Je communique'),
    title: { fr: 'Je communique', en: 'I communicate', ar: 'أتواصل', uk: 'Я спілкуюся', pt: 'Comunico' },
    criteria: {
      fr: 'Je dis bonjour, je parle avec respect, et je dis quand ça ne va pas.',
      en: 'I say hello, I speak with respect, and I say when something is wrong.',
      ar: 'أُلقي التحيّة، وأتكلّم باحترام، وأقول عندما لا تسير الأمور جيّداً.',
      uk: 'Я вітаюся, говорю з повагою й кажу, коли щось не так.',
      pt: 'Digo bom dia, falo com respeito e digo quando algo não está bem.',
    },
    notToShow: {
      fr: 'Pas de photo ni de voix d’une autre personne sans son accord.',
      en: 'No photo or voice of someone else without their agreement.',
      ar: 'لا صورة ولا صوت لشخص آخر دون موافقته.',
      uk: 'Без фото й голосу іншої людини без її згоди.',
      pt: 'Nenhuma foto nem voz de outra pessoa sem o seu acordo.',
    },
    alignments: [
      rome('300412', "Etre à l'écoute, faire preuve d'empathie"),
      esco('09e28145-e205-4b7a-8b3b-5c4876396069', 'interagir avec autrui'),
    ],
  },
  'savoir-etre-au-travail': {
    kind: 'key',
    levels: 0,
    road,
    draw: { shape: 'flower', hue: 'indigo', picture: 'work-together', title: 'Savoir-être' },
    title: {
      fr: 'Savoir-être au travail',
      en: 'At ease at work',
      ar: 'حُسن التعامل في العمل',
      uk: 'Своя людина на роботі',
      pt: 'Saber estar no trabalho',
    },
    criteria: {
      fr: 'Au travail, on peut compter sur moi : j’ai quatre badges de ce parcours.',
      en: 'At work people can count on me: I hold four badges of this road.',
      ar: 'في العمل يمكن الاعتماد عليّ: لديّ أربع شارات من هذا المسار.',
      uk: 'На роботі на мене можна покластися: я маю чотири бейджі цього шляху.',
      pt: 'No trabalho podem contar comigo: tenho quatro badges deste percurso.',
    },
    notToShow: {
      fr: 'Rien à photographier : vos badges suffisent.',
      en: 'Nothing to photograph: your badges are enough.',
      ar: 'لا شيء للتصوير: شاراتك تكفي.',
      uk: 'Нічого фотографувати: ваших бейджів досить.',
      pt: 'Nada a fotografar: os seus badges bastam.',
    },
    alignments: [],
  },
};

/** The road itself: any four of the five. */
export const SAVOIR_ETRE: Road = {
  title: {
    fr: 'Savoir-être au travail',
    en: 'At ease at work',
    ar: 'حُسن التعامل في العمل',
    uk: 'Своя людина на роботі',
    pt: 'Saber estar no trabalho',
  },
  hue: 'indigo',
  key: 'savoir-etre-au-travail' as MouldId,
  moulds: ['a-l-heure', 'en-equipe', 'je-comprends-la-consigne', 'en-securite', 'je-communique'] as MouldId[],
  needed: 4,
};
