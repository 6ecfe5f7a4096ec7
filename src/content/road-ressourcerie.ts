import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pick1, pickN, safe, show } from './questions.ts';
import { text } from './text.ts';

/** Road H: the reuse shop. What goes where is best shown with the place's own photos; until then it is drawn. */
export const RESSOURCERIE = kitRoad(
  {
    id: 'ressourcerie',
    kind: 'trade',
    hue: 'plum',
    needed: 3,
    key: {
      id: 'la-ressourcerie',
      picture: 'kit-mender',
      label: 'Ressourcerie',
      title: text('La ressourcerie', 'The reuse shop', 'متجر إعادة الاستعمال', 'Майстерня вживаних речей', 'A loja de reutilização'),
      criteria: threeOf,
      alignments: [rome('K2304', 'Agent / Agente de tri des déchets'), rome('H3302', 'Agent / Agente de conditionnement')],
    },
  },
  {
    'je-trie': {
      picture: 'kit-recycling',
      label: 'Je trie',
      title: text('Je trie', 'I sort', 'أفرز', 'Я сортую', 'Separo'),
      criteria: text(
        'Je sais où va chaque objet.',
        'I know where each thing goes.',
        'أعرف أين يذهب كلّ غرض.',
        'Я знаю, куди йде кожна річ.',
        'Sei para onde vai cada objeto.',
      ),
      notToShow: text(
        'Pas de visage, pas de papier trouvé dans un objet.',
        'No faces, no papers found in a thing.',
        'لا وجوه، ولا أوراق وُجدت في غرض.',
        'Без облич і паперів, знайдених у речах.',
        'Nenhum rosto, nenhum papel encontrado num objeto.',
      ),
      alignments: [
        rome('108740', "Trier les produits, pièces, matériaux et les orienter vers les filières de valorisation ou d'élimination"),
        esco('110d7aa3-e44e-4cce-a927-8d4de615f3d9', 'trier les déchets'),
      ],
      asks: {
        did: pick1(
          text('La lampe va où\u00a0?', 'Where does the lamp go?', 'أين تذهب اللمبة؟', 'Куди йде лампа?', 'Para onde vai o candeeiro?'),
          'electric',
          'wood',
          'textile',
        ),
        watched: pick1(
          text('Le pull va où\u00a0?', 'Where does the jumper go?', 'أين تذهب الكنزة؟', 'Куди йде светр?', 'Para onde vai a camisola?'),
          'metal',
          'textile',
          'electric',
        ),
      },
    },
    'je-teste-et-repare': {
      picture: 'kit-plug-in',
      label: 'Je teste',
      title: text('Je teste, je répare', 'I test and mend', 'أختبر وأُصلح', 'Перевіряю й лагоджу', 'Testo e conserto'),
      criteria: text(
        'Je regarde le câble avec mon chef avant de brancher.',
        'I look at the cable with my team leader before I plug in.',
        'أفحص السلك مع المسؤول قبل أن أُوصل الكهرباء.',
        'Я дивлюся кабель із керівником, перш ніж вмикати.',
        'Olho para o cabo com a chefia antes de ligar.',
      ),
      notToShow: text(
        'Pas de visage, pas de photo sur un ordinateur ou un téléphone donné.',
        'No faces, nothing from a donated computer or phone.',
        'لا وجوه، ولا صور من حاسوب أو هاتف متبرَّع به.',
        'Без облич і вмісту подарованих комп’ютерів чи телефонів.',
        'Nenhum rosto, nada de um computador ou telefone doado.',
      ),
      alignments: [
        rome('300511', 'Tester des matériels ou équipements pour en proposer des améliorations'),
        esco('3f6dc31c-ceef-4e93-9d8a-b4b862cf9b51', 'tester des équipements électriques'),
      ],
      asks: {
        did: order(
          text('Le test, dans l’ordre.', 'The test, in order.', 'الاختبار بالترتيب.', 'Перевірка по порядку.', 'O teste, por ordem.'),
          'look',
          'plug-in',
          'works',
          'label',
        ),
        watched: safe(
          text('Le câble est abîmé.', 'The cable is damaged.', 'السلك تالف.', 'Кабель пошкоджений.', 'O cabo está estragado.'),
          'stop',
          'plug-in',
          'stop',
        ),
      },
    },
    'je-valorise': {
      picture: 'kit-label',
      label: 'Je valorise',
      title: text('Je valorise', 'I give it value', 'أُبرز قيمته', 'Надаю цінності', 'Dou valor'),
      criteria: text(
        'Je nettoie, je présente et je donne un prix.',
        'I clean, I display and I set a price.',
        'أُنظّف وأعرض وأضع السعر.',
        'Я чищу, викладаю й ставлю ціну.',
        'Limpo, exponho e ponho um preço.',
      ),
      notToShow: text(
        'Pas de visage, pas de client.',
        'No faces, no customers.',
        'لا وجوه، ولا زبائن.',
        'Без облич і клієнтів.',
        'Nenhum rosto, nenhum cliente.',
      ),
      alignments: [
        rome('514870', 'Mettre en valeur les produits de seconde main, en magasin ou sur le site e-commerce'),
        esco('6ffdcb09-16bc-4480-9ac8-40fdbf915712', 'apposer des étiquettes de prix'),
      ],
      asks: {
        did: order(
          text('Un objet, dans l’ordre.', 'A thing, in order.', 'الغرض بالترتيب.', 'Річ по порядку.', 'Um objeto, por ordem.'),
          'clean',
          'display',
          'price',
        ),
        watched: pickN(
          text('Que regardez-vous\u00a0?', 'What do you look at?', 'إلى ماذا تنظرون؟', 'На що ви дивитеся?', 'Para que olha?'),
          'clean-one',
          'complete',
          'works',
        ),
        show: show('pair', 'voice', 'gesture', 'witness'),
      },
    },
    'j-accueille': {
      picture: 'kit-receipt',
      label: 'J’accueille',
      title: text('J’accueille', 'I welcome people', 'أستقبل الناس', 'Я зустрічаю людей', 'Acolho'),
      criteria: text(
        'Je dis bonjour, j’écoute et je réponds au client.',
        'I say hello, I listen and I answer the customer.',
        'أُلقي التحيّة وأستمع وأُجيب الزبون.',
        'Я вітаюся, слухаю й відповідаю клієнту.',
        'Digo bom dia, ouço e respondo ao cliente.',
      ),
      notToShow: text(
        'Pas de client : ni visage, ni voix.',
        'No customers: neither face nor voice.',
        'لا زبائن: لا وجه ولا صوت.',
        'Без клієнтів: ні облич, ні голосу.',
        'Nenhum cliente: nem rosto nem voz.',
      ),
      alignments: [
        rome('104174', 'Accueillir, orienter et renseigner un client'),
        esco('26a6e6d2-1c9a-4d7e-8c04-5ba16d1f53da', 'accueillir les clients'),
      ],
      asks: {
        did: pickN(
          text(
            'Avec le client, que faites-vous\u00a0?',
            'With customers, what do you do?',
            'ماذا تفعلون مع الزبون؟',
            'Що ви робите з клієнтом?',
            'Com o cliente, o que faz?',
          ),
          'hello',
          'listen',
          'receipt',
        ),
        watched: [
          {
            kind: 'voice',
            ask: text(
              'Dites une phrase au client.',
              'Say something to the customer.',
              'قولوا جملة للزبون.',
              'Скажіть щось клієнту.',
              'Diga uma frase ao cliente.',
            ),
          },
        ],
        show: show('gesture', 'witness'),
      },
    },
  },
);
