import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pick1, pickN, safe, show, yna } from './questions.ts';
import { text } from './text.ts';

/** Road F: cleaning. The colours of the cloths are the site's own. */
export const NETTOYAGE = kitRoad(
  {
    id: 'nettoyage',
    kind: 'trade',
    hue: 'teal',
    needed: 3,
    key: {
      id: 'le-nettoyage',
      picture: 'kit-bubbles',
      label: 'Le nettoyage',
      title: text('Le nettoyage', 'Cleaning', 'التنظيف', 'Прибирання', 'A limpeza'),
      criteria: threeOf,
      alignments: [
        rome('K2204', 'Agent / Agente de nettoyage industriel'),
        rome('K2202', 'Laveur / Laveuse de vitres'),
        rome('K2303', 'Ripeur / Ripeuse'),
      ],
    },
  },
  {
    'le-bon-produit': {
      picture: 'kit-product',
      label: 'Le bon produit',
      title: text('Le bon produit', 'The right product', 'المادّة المناسبة', 'Правильний засіб', 'O produto certo'),
      criteria: text(
        'Je choisis le produit, je dose, et je ne mélange jamais.',
        'I choose the product, I measure it, and I never mix.',
        'أختار المادّة، وأقيس الجرعة، ولا أخلط أبداً.',
        'Я вибираю засіб, відмірюю й ніколи не змішую.',
        'Escolho o produto, doso e nunca misturo.',
      ),
      notToShow: text(
        'Pas de visage, pas de photo chez un particulier.',
        'No faces, no photo in someone’s home.',
        'لا وجوه، ولا صورة داخل منزل أحد.',
        'Без облич і без фото в чужій оселі.',
        'Nenhum rosto, nenhuma foto em casa de particulares.',
      ),
      alignments: [
        rome('119621', "Doser des produits d'entretien"),
        esco('51a26193-9abe-4bce-9108-f50835be1c35', 'manipuler les produits chimiques de nettoyage'),
      ],
      asks: {
        did: safe(
          text(
            'Deux bouteilles dans un seau\u00a0?',
            'Two bottles into one bucket?',
            'زجاجتان في دلو واحد؟',
            'Дві пляшки в одне відро?',
            'Duas garrafas num balde?',
          ),
          'never',
          'mix-two',
          'never',
        ),
        watched: pickN(
          text('Que regardez-vous\u00a0?', 'What do you look at?', 'إلى ماذا تنظرون؟', 'На що ви дивитеся?', 'Para que olha?'),
          'danger',
          'dose',
          'gloves',
          'cloths',
        ),
      },
    },
    'je-nettoie-dans-l-ordre': {
      picture: 'kit-window',
      label: 'Dans l’ordre',
      title: text('Je nettoie dans l’ordre', 'I clean in order', 'أُنظّف بالترتيب', 'Прибираю по порядку', 'Limpo por ordem'),
      criteria: text(
        'Je nettoie du haut vers le bas et du propre vers le sale.',
        'I clean from top to bottom and from clean to dirty.',
        'أُنظّف من الأعلى إلى الأسفل ومن النظيف إلى المتّسخ.',
        'Я прибираю згори донизу й від чистого до брудного.',
        'Limpo de cima para baixo e do limpo para o sujo.',
      ),
      notToShow: text(
        'Pas de visage, pas de papier sur un bureau.',
        'No faces, no papers on a desk.',
        'لا وجوه، ولا أوراق على مكتب.',
        'Без облич і паперів на столі.',
        'Nenhum rosto, nenhum papel numa secretária.',
      ),
      alignments: [
        rome('484992', 'Nettoyer les surfaces et les espaces communs'),
        esco('6ff01827-907d-43d8-b6e4-7162c1cf0aca', 'nettoyer les surfaces'),
      ],
      asks: {
        did: pick1(text('Lequel d’abord\u00a0?', 'Which one first?', 'أيّهما أوّلاً؟', 'Що спершу?', 'Qual primeiro?'), 'top', 'bottom'),
        watched: pick1(
          text('Lequel d’abord\u00a0?', 'Which one first?', 'أيّهما أوّلاً؟', 'Що спершу?', 'Qual primeiro?'),
          'clean-one',
          'dirty-one',
        ),
      },
    },
    'les-sanitaires': {
      picture: 'kit-toilet',
      label: 'Sanitaires',
      title: text('Les sanitaires', 'The toilets', 'دورات المياه', 'Санвузли', 'As casas de banho'),
      criteria: text(
        'Je nettoie les sanitaires avec mes protections, dans l’ordre.',
        'I clean the toilets with my protection on, in order.',
        'أُنظّف دورات المياه مع وسائل الحماية وبالترتيب.',
        'Я прибираю санвузли в захисті й по порядку.',
        'Limpo as casas de banho com proteções e por ordem.',
      ),
      notToShow: text(
        'Pas de visage, personne dans la pièce.',
        'No faces, nobody in the room.',
        'لا وجوه، ولا أحد في المكان.',
        'Без облич, у кімнаті нікого.',
        'Nenhum rosto, ninguém na sala.',
      ),
      alignments: [
        rome('126384', "Nettoyer, désinfecter et ranger la chambre et l'installation sanitaire"),
        esco('145fb42f-ebee-48e2-bdf8-2e935edc7158', 'désinfecter des surfaces'),
      ],
      asks: {
        did: order(
          text('Dans quel ordre\u00a0?', 'In which order?', 'بأيّ ترتيب؟', 'У якому порядку?', 'Por que ordem?'),
          'sink',
          'toilet',
          'floor',
        ),
        watched: pickN(
          text('Que portez-vous\u00a0?', 'What do you wear?', 'ماذا ترتدون؟', 'Що ви вдягаєте?', 'O que usa?'),
          'gloves',
          'goggles',
          'overall',
        ),
      },
    },
    'chez-le-client': {
      picture: 'kit-customers',
      label: 'Chez le client',
      title: text('Chez le client', 'At the customer’s', 'لدى الزبون', 'У клієнта', 'Em casa do cliente'),
      criteria: text(
        'Je dis bonjour, je remets en place, et je ne raconte rien.',
        'I say hello, I put things back, and I tell nobody.',
        'أُلقي التحيّة، وأُعيد كلّ شيء إلى مكانه، ولا أحكي شيئاً.',
        'Я вітаюся, ставлю все на місце й нічого не розповідаю.',
        'Digo bom dia, reponho tudo e não conto nada.',
      ),
      notToShow: text(
        'Aucune photo chez un client : votre voix ou une personne qui l’a vu.',
        'No photo at a customer’s: your voice, or someone who saw it.',
        'لا صورة لدى زبون: صوتك أو شخص رأى ذلك.',
        'Жодних фото у клієнта: ваш голос або хтось, хто бачив.',
        'Nenhuma foto em casa de um cliente: a sua voz ou alguém que viu.',
      ),
      alignments: [
        rome('300450', 'Respecter la confidentialité des informations'),
        esco('88f2ee42-01c8-4390-a108-e733cecaaa77', 'agir avec discrétion'),
      ],
      asks: {
        did: pickN(
          text(
            'Que faites-vous chez le client\u00a0?',
            'What do you do there?',
            'ماذا تفعلون عند الزبون؟',
            'Що ви робите в клієнта?',
            'O que faz no cliente?',
          ),
          'hello',
          'tidy',
          'keep',
          'lock-up',
        ),
        watched: yna(
          text('Je dis ce que je casse.', 'I say what I break.', 'أقول ما كسرتُه.', 'Кажу, якщо щось розбиваю.', 'Digo o que parto.'),
        ),
        show: show('voice', 'gesture', 'witness'),
      },
    },
  },
);
