import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pick1, pickN, show, yna } from './questions.ts';
import { text } from './text.ts';

/** Road D: building. Masonry and painting are badges apart. */
export const BATIMENT = kitRoad(
  {
    id: 'batiment',
    kind: 'trade',
    hue: 'terra',
    needed: 3,
    key: {
      id: 'le-batiment',
      picture: 'kit-builder',
      label: 'Le bâtiment',
      title: text('Le bâtiment', 'Building', 'البناء', 'Будівництво', 'A construção'),
      criteria: threeOf,
      alignments: [rome('F1704', 'Manœuvre bâtiment'), rome('F1703', 'Maçon / Maçonne'), rome('F1606', 'Peintre en bâtiment')],
    },
  },
  {
    'je-prepare-le-chantier': {
      picture: 'kit-tools',
      label: 'Je prépare',
      title: text('Je prépare le chantier', 'I prepare the site', 'أُحضّر الورشة', 'Я готую майданчик', 'Preparo a obra'),
      criteria: text(
        'Je prépare le chantier et les outils.',
        'I prepare the site and the tools.',
        'أُحضّر الورشة والأدوات.',
        'Я готую майданчик та інструменти.',
        'Preparo a obra e as ferramentas.',
      ),
      notToShow: text(
        'Pas de visage, pas d’adresse, pas de plan du chantier.',
        'No faces, no address, no plan of the site.',
        'لا وجوه، ولا عنوان، ولا مخطّط الورشة.',
        'Без облич, адрес і планів майданчика.',
        'Nenhum rosto, nenhuma morada, nenhum plano da obra.',
      ),
      alignments: [
        rome('300646', "Préparer l'intervention et installer le chantier"),
        esco('088dd17a-9d92-4b93-9e4a-49587e015e06', 'préparer un site pour une construction'),
      ],
      asks: {
        did: pick1(
          text('Pour quel travail\u00a0?', 'For which work?', 'لأيّ عمل؟', 'Для якої роботи?', 'Para que trabalho?'),
          'masonry',
          'paint',
        ),
        watched: order(
          text('Avant, dans l’ordre.', 'Before, in order.', 'قبل العمل، بالترتيب.', 'Спершу, по порядку.', 'Antes, por ordem.'),
          'cover',
          'tools',
          'mix',
        ),
      },
    },
    'je-monte': {
      picture: 'kit-masonry',
      label: 'Je monte',
      title: text('Je monte', 'I build up', 'أبني الجدار', 'Я мурую', 'Levanto paredes'),
      criteria: text(
        'Je pose droit et solide.',
        'I lay straight and solid.',
        'أبني مستقيماً ومتيناً.',
        'Я кладу рівно й міцно.',
        'Assento direito e sólido.',
      ),
      notToShow: text(
        'Pas de visage, pas d’adresse, pas de plaque.',
        'No faces, no address, no number plates.',
        'لا وجوه، ولا عنوان، ولا لوحات سيّارات.',
        'Без облич, адрес і номерних знаків.',
        'Nenhum rosto, nenhuma morada, nenhuma matrícula.',
      ),
      alignments: [
        rome('122942', 'Monter des parpaings ou des briques'),
        esco('13e1c0a2-b90d-46f4-be51-11730360b38d', 'poser des briques'),
      ],
      asks: {
        did: order(
          text('Le mur, dans l’ordre.', 'The wall, in order.', 'الجدار بالترتيب.', 'Стіна по порядку.', 'O muro, por ordem.'),
          'mix',
          'spread',
          'lay',
          'clean',
        ),
        watched: pickN(
          text('Avec quoi vérifiez-vous\u00a0?', 'What do you check with?', 'بماذا تتحقّقون؟', 'Чим ви перевіряєте?', 'Com que verifica?'),
          'level',
          'measure',
          'line',
        ),
      },
    },
    'je-peins': {
      picture: 'kit-paint',
      label: 'Je peins',
      title: text('Je peins', 'I paint', 'أدهن', 'Я фарбую', 'Pinto'),
      criteria: text(
        'Je protège, je ponce, je peins.',
        'I protect, I sand, I paint.',
        'أحمي المكان، وأصنفر، وأدهن.',
        'Я захищаю, шліфую, фарбую.',
        'Protejo, lixo e pinto.',
      ),
      notToShow: text(
        'Pas de visage, pas d’objet personnel chez un client.',
        'No faces, nothing personal at a client’s.',
        'لا وجوه، ولا غرض شخصي لدى زبون.',
        'Без облич і особистих речей клієнта.',
        'Nenhum rosto, nenhum objeto pessoal de um cliente.',
      ),
      alignments: [rome('126395', 'Appliquer des peintures'), esco('b826a56a-811d-477c-b165-271729f644a4', 'peindre des surfaces')],
      asks: {
        did: order(
          text('La peinture, dans l’ordre.', 'Painting, in order.', 'الدهان بالترتيب.', 'Фарбування по порядку.', 'A pintura, por ordem.'),
          'cover',
          'sand',
          'paint',
          'tidy',
        ),
        watched: pickN(
          text('Que portez-vous\u00a0?', 'What do you wear?', 'ماذا ترتدون؟', 'Що ви вдягаєте?', 'O que usa?'),
          'gloves',
          'mask',
          'goggles',
        ),
      },
    },
    'je-range-et-je-trie': {
      picture: 'kit-broom',
      label: 'Je range',
      title: text('Je range, je trie', 'I tidy and sort', 'أُرتّب وأفرز', 'Прибираю й сортую', 'Arrumo e separo'),
      criteria: text(
        'Je laisse un chantier propre.',
        'I leave a clean site.',
        'أترك الورشة نظيفة.',
        'Я лишаю чистий майданчик.',
        'Deixo a obra limpa.',
      ),
      notToShow: text(
        'Pas de visage, pas de papier dans les déchets.',
        'No faces, no papers among the waste.',
        'لا وجوه، ولا أوراق بين النفايات.',
        'Без облич і паперів у смітті.',
        'Nenhum rosto, nenhum papel no lixo.',
      ),
      alignments: [
        rome('403327', 'Nettoyer et assurer la bonne tenue du chantier'),
        esco('110d7aa3-e44e-4cce-a927-8d4de615f3d9', 'trier les déchets'),
      ],
      asks: {
        did: pickN(
          text('Que triez-vous\u00a0?', 'What do you sort?', 'ماذا تفرزون؟', 'Що ви сортуєте?', 'O que separa?'),
          'wood',
          'metal',
          'rubble',
          'box',
        ),
        watched: yna(text('Je nettoie les outils.', 'I clean the tools.', 'أُنظّف الأدوات.', 'Я чищу інструменти.', 'Limpo as ferramentas.')),
        show: show('pair', 'voice', 'gesture', 'witness'),
      },
    },
  },
);
