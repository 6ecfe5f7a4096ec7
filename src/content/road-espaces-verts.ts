import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { freq, order, pickN, safe, show } from './questions.ts';
import { text } from './text.ts';

/** Road E: green spaces and market gardening. Ripe or not is best shown with the place's own photos; until then it is drawn. */
export const ESPACES_VERTS = kitRoad(
  {
    id: 'espaces-verts',
    kind: 'trade',
    hue: 'green',
    needed: 3,
    key: {
      id: 'les-espaces-verts',
      picture: 'kit-gardener',
      label: 'Espaces verts',
      title: text(
        'Espaces verts, maraîchage',
        'Green spaces, market gardening',
        'المساحات الخضراء والزراعة',
        'Зелені зони й городи',
        'Espaços verdes e horta',
      ),
      criteria: threeOf,
      alignments: [
        rome('A1203', "Agent / Agente d'entretien des espaces verts"),
        rome('A1414', 'Horticulteur / Horticultrice'),
        rome('A1402', 'Aide agricole en production végétale'),
      ],
    },
  },
  {
    'je-seme-et-je-plante': {
      picture: 'kit-plant',
      label: 'Je plante',
      title: text('Je sème, je plante', 'I sow and plant', 'أزرع البذور والنبات', 'Сію й саджу', 'Semeio e planto'),
      criteria: text(
        'Je creuse, je plante, je rebouche et j’arrose.',
        'I dig, I plant, I fill in and I water.',
        'أحفر وأزرع وأردم وأسقي.',
        'Я копаю, саджу, засипаю й поливаю.',
        'Cavo, planto, tapo e rego.',
      ),
      notToShow: text(
        'Pas de visage, pas de jardin d’un particulier.',
        'No faces, nobody’s private garden.',
        'لا وجوه، ولا حديقة خاصّة.',
        'Без облич і приватних садів.',
        'Nenhum rosto, nenhum jardim particular.',
      ),
      alignments: [
        rome('122843', 'Planter un arbre, une plante, un végétal'),
        esco('8ce4a4af-969b-4d1c-8bfe-891cff82f913', 'planter des végétaux'),
      ],
      asks: {
        did: order(
          text('Planter, dans l’ordre.', 'Planting, in order.', 'الزرع بالترتيب.', 'Садіння по порядку.', 'Plantar, por ordem.'),
          'dig',
          'plant',
          'fill-in',
          'water',
        ),
        watched: pickN(
          text('Que regardez-vous\u00a0?', 'What do you look at?', 'إلى ماذا تنظرون؟', 'На що ви дивитеся?', 'Para que olha?'),
          'measure',
          'depth',
          'sun',
        ),
      },
    },
    'j-entretiens': {
      picture: 'kit-weed',
      label: 'J’entretiens',
      title: text('J’entretiens', 'I look after plants', 'أعتني بالنبات', 'Доглядаю за зеленню', 'Cuido das plantas'),
      criteria: text(
        'Je désherbe, je taille, j’arrose et je paille.',
        'I weed, I prune, I water and I mulch.',
        'أقلع العشب وأُقلّم وأسقي وأفرش القشّ.',
        'Я полю, обрізаю, поливаю й мульчую.',
        'Tiro ervas, podo, rego e cubro de palha.',
      ),
      notToShow: text(
        'Pas de visage, pas de jardin d’un particulier.',
        'No faces, nobody’s private garden.',
        'لا وجوه، ولا حديقة خاصّة.',
        'Без облич і приватних садів.',
        'Nenhum rosto, nenhum jardim particular.',
      ),
      alignments: [
        rome('116214', 'Entretenir le jardin (travailler et amender le sol, désherber, tondre)'),
        esco('51097602-8e4e-4830-8f35-d77afc713fc0', 'tailler des haies et des arbres'),
      ],
      asks: {
        did: pickN(
          text('Qu’avez-vous fait\u00a0?', 'What did you do?', 'ماذا فعلتم؟', 'Що ви робили?', 'O que fez?'),
          'weed',
          'prune',
          'water',
          'mulch',
        ),
        watched: freq(
          text(
            'J’entretiens les plantes.',
            'I look after the plants.',
            'أعتني بالنباتات.',
            'Я доглядаю за рослинами.',
            'Cuido das plantas.',
          ),
        ),
        show: show('pair', 'voice', 'gesture', 'witness'),
      },
    },
    'je-recolte': {
      picture: 'kit-harvest',
      label: 'Je récolte',
      title: text('Je récolte', 'I harvest', 'أقطف', 'Я збираю врожай', 'Colho'),
      criteria: text(
        'Je choisis ce qui est mûr, je lave et je pèse.',
        'I choose what is ripe, I wash and I weigh.',
        'أختار ما نضج، وأغسل وأزن.',
        'Я вибираю стигле, мию й важу.',
        'Escolho o que está maduro, lavo e peso.',
      ),
      notToShow: text(
        'Pas de visage, pas de nom de client sur une caisse.',
        'No faces, no customer’s name on a crate.',
        'لا وجوه، ولا اسم زبون على صندوق.',
        'Без облич та імен клієнтів на ящику.',
        'Nenhum rosto, nenhum nome de cliente numa caixa.',
      ),
      alignments: [
        rome('122853', 'Récolter un produit à maturité et selon les consignes de calibrage'),
        esco('2e4e8114-e579-453d-918e-b0262818ab76', 'récolter des cultures'),
      ],
      asks: {
        did: safe(
          text('Que récoltez-vous\u00a0?', 'Which one do you pick?', 'ماذا تقطفون؟', 'Що ви збираєте?', 'O que colhe?'),
          'ripe',
          'ripe',
          'unripe',
        ),
        watched: order(
          text('La récolte, dans l’ordre.', 'The harvest, in order.', 'القطاف بالترتيب.', 'Урожай по порядку.', 'A colheita, por ordem.'),
          'harvest',
          'wash',
          'weigh',
          'in-basket',
        ),
      },
    },
    'les-machines': {
      picture: 'kit-tractor',
      label: 'Les machines',
      title: text('Les machines', 'The machines', 'الآلات', 'Машини', 'As máquinas'),
      criteria: text(
        'Je porte mes protections et j’arrête la machine quand une personne approche.',
        'I wear my protection and I stop the machine when someone comes near.',
        'أرتدي وسائل الحماية وأوقف الآلة عندما يقترب أحد.',
        'Я ношу захист і зупиняю машину, коли хтось підходить.',
        'Uso proteções e paro a máquina quando alguém se aproxima.',
      ),
      notToShow: text(
        'Pas de visage ; jamais de photo quand la machine tourne.',
        'No faces; never a photo while the machine runs.',
        'لا وجوه؛ ولا صورة أبداً والآلة تعمل.',
        'Без облич; ніколи не фотографуйте ввімкнену машину.',
        'Nenhum rosto; nunca uma foto com a máquina a trabalhar.',
      ),
      alignments: [
        rome('483175', 'Assurer la maintenance de base des équipements de jardinage'),
        esco('4f4fdeaa-ff55-4d30-b605-69d8f156bec7', "utiliser différents types d'équipements d'entretien des espaces verts"),
      ],
      asks: {
        did: pickN(
          text('Que portez-vous\u00a0?', 'What do you wear?', 'ماذا ترتدون؟', 'Що ви вдягаєте?', 'O que usa?'),
          'helmet',
          'gloves',
          'shoes',
          'ear-protection',
        ),
        watched: safe(
          text('Une personne approche.', 'Someone comes near.', 'أحد يقترب.', 'Хтось підходить.', 'Alguém aproxima-se.'),
          'stop',
          'stop',
          'go-on',
        ),
        show: show('gesture', 'photo', 'voice', 'witness'),
      },
    },
  },
);
