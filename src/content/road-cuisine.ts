import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pickN, safe, yna } from './questions.ts';
import { text } from './text.ts';

/** Road G: kitchen. Jewels off and working clothes on before the hands are washed. */
export const CUISINE = kitRoad(
  {
    id: 'cuisine',
    kind: 'trade',
    hue: 'gold',
    needed: 3,
    key: {
      id: 'la-cuisine',
      picture: 'kit-cook-person',
      label: 'La cuisine',
      title: text('La cuisine', 'The kitchen', 'المطبخ', 'Кухня', 'A cozinha'),
      criteria: threeOf,
      alignments: [
        rome('G1602', 'Commis / Commise de cuisine'),
        rome('G1603', 'Equipier polyvalent / Equipière polyvalente de restauration rapide'),
        rome('G1605', 'Plongeur officier / Plongeuse officière de cuisine'),
      ],
    },
  },
  {
    'mains-et-tenue': {
      picture: 'kit-hands',
      label: 'Mains et tenue',
      title: text('Mains et tenue', 'Hands and clothes', 'اليدان واللباس', 'Руки й одяг', 'Mãos e farda'),
      criteria: text(
        'J’enlève mes bijoux, je mets ma tenue et je me lave les mains.',
        'I take off my jewellery, I put on my kitchen clothes and I wash my hands.',
        'أخلع الحليّ، وألبس زيّ العمل، وأغسل يديّ.',
        'Я знімаю прикраси, вдягаю робочий одяг і мию руки.',
        'Tiro as joias, visto a farda e lavo as mãos.',
      ),
      notToShow: text(
        'Pas de visage : les mains et la tenue.',
        'No faces: hands and clothes.',
        'لا وجوه: اليدان واللباس.',
        'Без облич: руки й одяг.',
        'Nenhum rosto: as mãos e a farda.',
      ),
      alignments: [
        rome('489877', "Respecter les règles d'hygiène et de sécurité alimentaire"),
        esco(
          'a34f4fd4-1aff-4941-82d5-542ac94f81c3',
          'suivre des procédures en matière d’hygiène lors de la transformation de denrées alimentaires',
        ),
      ],
      asks: {
        did: order(
          text(
            'Avant la cuisine, dans l’ordre.',
            'Before cooking, in order.',
            'قبل الطبخ، بالترتيب.',
            'Перед кухнею, по порядку.',
            'Antes de cozinhar, por ordem.',
          ),
          'no-jewels',
          'overall',
          'hands',
        ),
        watched: pickN(
          text(
            'Quand lavez-vous vos mains\u00a0?',
            'When do you wash your hands?',
            'متى تغسلون أيديكم؟',
            'Коли ви миєте руки?',
            'Quando lava as mãos?',
          ),
          'arrive',
          'toilet',
          'phone',
        ),
      },
    },
    'froid-et-chaud': {
      picture: 'kit-cold',
      label: 'Froid, chaud',
      title: text('Froid et chaud', 'Cold and hot', 'البارد والساخن', 'Холодне й гаряче', 'Frio e quente'),
      criteria: text(
        'Je garde le froid au froid et je dis au chef quand un produit est resté dehors.',
        'I keep cold things cold and I tell the chef when something was left out.',
        'أُبقي البارد بارداً وأُخبر المسؤول إذا بقي شيء خارج البرّاد.',
        'Я тримаю холодне в холоді й кажу керівнику, якщо щось лишилося.',
        'Mantenho o frio no frio e digo à chefia se algo ficou fora.',
      ),
      notToShow: text(
        'Pas de visage, pas de nom de fournisseur.',
        'No faces, no supplier’s name.',
        'لا وجوه، ولا اسم مورّد.',
        'Без облич та імен постачальників.',
        'Nenhum rosto, nenhum nome de fornecedor.',
      ),
      alignments: [
        rome('114182', 'Vérifier la température des réfrigérateurs, des chambres froides en réserve et en rayon'),
        esco('ef983998-fa85-4214-91ba-fb4b2f1e0cd5', 'contrôler la température'),
      ],
      asks: {
        did: safe(
          text(
            'Un produit est resté dehors.',
            'Something was left out.',
            'بقي منتج خارج البرّاد.',
            'Продукт лишився не в холоді.',
            'Um produto ficou fora.',
          ),
          'chief',
          'cold',
          'chief',
        ),
        watched: pickN(
          text('Que regardez-vous\u00a0?', 'What do you look at?', 'إلى ماذا تنظرون؟', 'На що ви дивитеся?', 'Para que olha?'),
          'thermometer',
          'date',
          'smell',
        ),
      },
    },
    'je-prepare-a-manger': {
      picture: 'kit-cut',
      label: 'Je cuisine',
      title: text('Je prépare à manger', 'I prepare food', 'أُحضّر الطعام', 'Я готую їжу', 'Preparo a comida'),
      criteria: text(
        'Je lave, j’épluche, je coupe et je cuis.',
        'I wash, I peel, I cut and I cook.',
        'أغسل وأُقشّر وأُقطّع وأطبخ.',
        'Я мию, чищу, ріжу й варю.',
        'Lavo, descasco, corto e cozinho.',
      ),
      notToShow: text(
        'Pas de visage, pas de personne à table.',
        'No faces, nobody at table.',
        'لا وجوه، ولا أحد إلى المائدة.',
        'Без облич і людей за столом.',
        'Nenhum rosto, ninguém à mesa.',
      ),
      alignments: [
        rome('124947', 'Eplucher des légumes et des fruits'),
        esco('73b97efd-49fe-49d7-89dd-444f870cd210', 'préparer des légumes à utiliser dans un plat'),
      ],
      asks: {
        did: order(
          text('Le repas, dans l’ordre.', 'The meal, in order.', 'الطعام بالترتيب.', 'Страва по порядку.', 'A refeição, por ordem.'),
          'wash',
          'peel',
          'cut',
          'cook',
        ),
        watched: yna(
          text(
            'Je nettoie entre deux.',
            'I clean in between.',
            'أُنظّف بين مرحلة وأخرى.',
            'Я прибираю між справами.',
            'Limpo entre duas tarefas.',
          ),
        ),
      },
    },
    'plonge-et-service': {
      picture: 'kit-dishes',
      label: 'Plonge',
      title: text('Plonge et service', 'Dishes and serving', 'الجلي والخدمة', 'Посуд і подача', 'Loiça e serviço'),
      criteria: text(
        'Je lave la vaisselle et je sers une table propre.',
        'I wash the dishes and I serve at a clean table.',
        'أغسل الأطباق وأخدم مائدة نظيفة.',
        'Я мию посуд і подаю на чистий стіл.',
        'Lavo a loiça e sirvo uma mesa limpa.',
      ),
      notToShow: text(
        'Pas de visage, pas de client.',
        'No faces, no customers.',
        'لا وجوه، ولا زبائن.',
        'Без облич і клієнтів.',
        'Nenhum rosto, nenhum cliente.',
      ),
      alignments: [rome('104262', 'Réaliser la plonge'), esco('c662be22-f17a-4ba0-894f-d720b20c44cf', 'laver la vaisselle')],
      asks: {
        did: order(
          text('La plonge, dans l’ordre.', 'The dishes, in order.', 'الجلي بالترتيب.', 'Посуд по порядку.', 'A loiça, por ordem.'),
          'empty',
          'clean',
          'rinse',
          'tidy',
        ),
        watched: pickN(
          text(
            'Au service, que faites-vous\u00a0?',
            'When serving, what do you do?',
            'ماذا تفعلون عند الخدمة؟',
            'Що ви робите під час подачі?',
            'Ao servir, o que faz?',
          ),
          'hello',
          'dishes',
          'clean-one',
        ),
      },
    },
  },
);
