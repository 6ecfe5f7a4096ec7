import { esco, rome } from './alignments.ts';
import { kitRoad } from './kit-part.ts';
import { order, pick1, pickN, show } from './questions.ts';
import { text } from './text.ts';

/** Road C: getting about, daily life. Nothing near one's home is photographed, and a budget is nobody's to judge. */
export const MOBILITE = kitRoad(
  {
    id: 'mobilite',
    kind: 'transversal',
    hue: 'gold',
    needed: 4,
    key: {
      id: 'mobilite-et-vie-quotidienne',
      picture: 'kit-rider',
      label: 'Mobilité',
      title: text(
        'Mobilité, vie quotidienne',
        'Getting about, daily life',
        'التنقّل والحياة اليومية',
        'Пересування й побут',
        'Mobilidade, dia a dia',
      ),
      criteria: text(
        'Je me déplace et je m’organise : j’ai quatre badges de ce parcours.',
        'I get about and I organise myself: I hold four badges of this road.',
        'أتنقّل وأنظّم حياتي: لديّ أربع شارات من هذا المسار.',
        'Я пересуваюся й усе планую; я маю чотири бейджі цього шляху.',
        'Desloco-me e organizo-me: tenho quatro badges deste percurso.',
      ),
      alignments: [],
    },
  },
  {
    'mon-trajet': {
      picture: 'kit-bus',
      label: 'Mon trajet',
      title: text('Mon trajet', 'My way there', 'طريقي', 'Мій шлях', 'O meu trajeto'),
      criteria: text(
        'Je prépare mon trajet et j’arrive au bon endroit.',
        'I prepare my way and I arrive at the right place.',
        'أُحضّر طريقي وأصل إلى المكان الصحيح.',
        'Я готую свій шлях і приходжу куди треба.',
        'Preparo o meu trajeto e chego ao sítio certo.',
      ),
      notToShow: text(
        'Pas de photo d’un arrêt près de chez vous : un trajet d’essai.',
        'No photo of a stop near your home: a trial trip.',
        'لا صورة لموقف قرب بيتك: رحلة تجربة.',
        'Без фото зупинки біля дому: пробна поїздка.',
        'Nenhuma foto de uma paragem perto de casa: um trajeto de teste.',
      ),
      alignments: [rome('300460', "Faire preuve d'autonomie"), esco('170ea5ac-0540-436f-b380-78b01b1a6af8', 'préparer des itinéraires')],
      asks: {
        did: pickN(
          text('Comment venez-vous\u00a0?', 'How do you come?', 'كيف تأتون؟', 'Як ви добираєтеся?', 'Como vem?'),
          'walk',
          'bicycle',
          'bus',
          'car',
        ),
        watched: order(
          text('Le trajet, dans l’ordre.', 'The trip, in order.', 'الطريق بالترتيب.', 'Поїздка по порядку.', 'O trajeto, por ordem.'),
          'search',
          'bus-stop',
          'get-on',
          'arrive',
        ),
        show: show('gesture', 'voice', 'witness'),
      },
    },
    'a-velo': {
      picture: 'kit-bicycle',
      label: 'À vélo',
      title: text('À vélo, en route', 'By bicycle', 'على الدرّاجة', 'На велосипеді', 'De bicicleta'),
      criteria: text(
        'Je me déplace à vélo en sécurité et je vérifie mes freins.',
        'I ride a bicycle safely and I check my brakes.',
        'أتنقّل بالدرّاجة بأمان وأفحص المكابح.',
        'Я їжджу велосипедом безпечно й перевіряю гальма.',
        'Ando de bicicleta em segurança e verifico os travões.',
      ),
      notToShow: text(
        'Pas de visage, pas de plaque, pas de lieu près de chez vous.',
        'No faces, no number plates, no place near your home.',
        'لا وجوه، ولا لوحات سيّارات، ولا مكان قرب بيتك.',
        'Без облич, номерних знаків і місць біля дому.',
        'Nenhum rosto, nenhuma matrícula, nenhum lugar perto de casa.',
      ),
      alignments: [
        rome('485773', 'Suivre les consignes de sécurité routière'),
        esco('1f9cd253-7d74-45a2-acf6-0bd2354aed2f', 'régler des bicyclettes'),
      ],
      asks: {
        did: pickN(
          text('Que portez-vous\u00a0?', 'What do you wear?', 'ماذا ترتدون؟', 'Що ви вдягаєте?', 'O que usa?'),
          'helmet',
          'safety-vest',
          'light',
        ),
        watched: pickN(
          text(
            'Avant de partir, je regarde.',
            'Before I go, I look.',
            'قبل الانطلاق، أفحص.',
            'Перед виїздом я дивлюся.',
            'Antes de sair, olho.',
          ),
          'brakes',
          'tyres',
          'light',
        ),
      },
    },
    'mes-rendez-vous': {
      picture: 'kit-on-the-wall',
      label: 'Rendez-vous',
      title: text('Mes rendez-vous', 'My appointments', 'مواعيدي', 'Мої зустрічі', 'Os meus encontros'),
      criteria: text(
        'Je note mes rendez-vous, j’y vais, et je préviens si je ne peux pas.',
        'I note my appointments, I go, and I tell someone if I cannot.',
        'أسجّل مواعيدي، وأذهب إليها، وأُخبر إذا لم أستطع.',
        'Я записую зустрічі, приходжу й попереджаю, якщо не можу.',
        'Anoto os meus encontros, vou, e aviso se não posso.',
      ),
      notToShow: text(
        'Pas de photo de votre calendrier : il est à vous.',
        'No photo of your calendar: it is yours.',
        'لا صورة لتقويمك: هو لك.',
        'Без фото календаря: він ваш.',
        'Nenhuma foto do seu calendário: é seu.',
      ),
      alignments: [
        rome('300483', 'Organiser son travail selon les priorités et les objectifs'),
        esco('933e7ccf-5d56-46ba-aca4-857f826a6b3a', 'gérer des rendez-vous'),
      ],
      asks: {
        did: pick1(
          text('Où notez-vous\u00a0?', 'Where do you note them?', 'أين تسجّلونها؟', 'Де ви записуєте?', 'Onde anota?'),
          'on-the-wall',
          'phone',
          'notebook',
        ),
        watched: pick1(
          text('Je ne peux pas venir.', 'I cannot come.', 'لا أستطيع المجيء.', 'Я не можу прийти.', 'Não posso ir.'),
          'call',
          'message',
          'headset-person',
        ),
        show: show('gesture', 'voice', 'witness'),
      },
    },
    'mon-budget': {
      picture: 'kit-budget',
      label: 'Mon budget',
      giver: 'herself',
      title: text('Mon budget', 'My budget', 'ميزانيّتي', 'Мій бюджет', 'O meu orçamento'),
      criteria: text(
        'Je trie mes papiers et je sais ce que je paie chaque mois.',
        'I sort my papers and I know what I pay each month.',
        'أرتّب أوراقي وأعرف ما أدفعه كلّ شهر.',
        'Я сортую папери й знаю, що плачу щомісяця.',
        'Separo os meus papéis e sei o que pago por mês.',
      ),
      notToShow: text(
        'Rien à photographier, rien à envoyer : vos réponses restent à vous.',
        'Nothing to photograph or send: your answers stay yours.',
        'لا شيء للتصوير ولا للإرسال: إجاباتك تبقى لك.',
        'Нічого фотографувати чи надсилати: відповіді лишаються вашими.',
        'Nada a fotografar, nada a enviar: as respostas ficam consigo.',
      ),
      alignments: [
        rome('300461', 'Faire preuve de sens des responsabilités'),
        esco('73d95ec0-d7fb-45e5-8134-b2ee1c0be8af', 'gérer des finances personnelles'),
      ],
      asks: {
        did: pickN(
          text('Chaque mois, je paie.', 'Each month, I pay.', 'أدفع كلّ شهر.', 'Щомісяця я плачу.', 'Todos os meses, pago.'),
          'rent',
          'phone',
          'groceries',
          'energy',
        ),
        watched: order(
          text(
            'Mes papiers, dans l’ordre.',
            'My papers, in order.',
            'أوراقي بالترتيب.',
            'Папери по порядку.',
            'Os meus papéis, por ordem.',
          ),
          'open',
          'sort',
          'tidy',
        ),
        means: [
          {
            kind: 'feel',
            ask: text(
              'Comment ça va, le budget\u00a0?',
              'How do you feel about it?',
              'كيف حال ميزانيّتكم؟',
              'Як ви почуваєтеся?',
              'Como se sente com isso?',
            ),
          },
        ],
        without: ['show'],
      },
    },
    'je-protege-mon-corps': {
      picture: 'kit-rescue',
      label: 'Mon corps',
      title: text('Je protège mon corps', 'I protect my body', 'أحمي جسمي', 'Я бережу своє тіло', 'Protejo o meu corpo'),
      criteria: text(
        'Je porte sans me blesser, et en cas d’accident je protège, j’alerte et je secours.',
        'I carry without hurting myself, and in an accident I protect, alert and give aid.',
        'أحمل دون أن أؤذي نفسي، وعند حادث أحمي وأُبلّغ وأُسعف.',
        'Я ношу речі без шкоди для себе, а в разі нещастя захищаю, кличу й допомагаю.',
        'Levo pesos sem me magoar e, num acidente, protejo, alerto e socorro.',
      ),
      notToShow: text(
        'Pas de personne blessée, rien sur votre santé.',
        'Nobody who is hurt, nothing about your health.',
        'لا شخص مصاب، ولا شيء عن صحّتك.',
        'Без поранених, нічого про ваше здоров’я.',
        'Nenhum ferido, nada sobre a sua saúde.',
      ),
      alignments: [
        rome('400094', 'Pratiquer des gestes et postures de manutention en toute sécurité'),
        esco('156f8c5b-894a-4ccc-a70e-37a2726f3f00', 'travailler de façon ergonomique'),
      ],
      asks: {
        did: pickN(
          text(
            'Avant de porter, que faites-vous\u00a0?',
            'Before carrying, what do you do?',
            'ماذا تفعلون قبل حمل شيء؟',
            'Що ви робите перед підйомом?',
            'Antes de levantar, o que faz?',
          ),
          'warm-up',
          'bend',
          'two-people',
          'trolley',
        ),
        watched: order(
          text('Une personne est blessée.', 'Someone is hurt.', 'شخص مصاب.', 'Людина поранена.', 'Uma pessoa está ferida.'),
          'protect',
          'call',
          'rescue',
        ),
        show: show('gesture', 'voice', 'witness'),
      },
    },
  },
);
