import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pickN, safe, show, yna } from './questions.ts';
import { text } from './text.ts';

// Nothing in somebody's home is photographed: the client says so on a slip, or it is told aloud.
const notToShow = text(
  'Aucune photo chez une personne : votre voix, ou son mot sur un papier.',
  'No photo in anyone’s home: your voice, or their word on a slip.',
  'لا صورة داخل بيت أحد: صوتك، أو كلمته على ورقة.',
  'Жодних фото в чужій оселі: ваш голос або слово на папері.',
  'Nenhuma foto em casa de alguém: a sua voz, ou a palavra da pessoa num papel.',
);

/** Road J: services in people's homes. */
export const A_DOMICILE = kitRoad(
  {
    id: 'a-domicile',
    kind: 'trade',
    hue: 'indigo',
    needed: 3,
    key: {
      id: 'services-a-domicile',
      picture: 'kit-living-room',
      label: 'À domicile',
      title: text('Services à domicile', 'Services at home', 'خدمات منزلية', 'Послуги вдома', 'Serviços ao domicílio'),
      criteria: threeOf,
      alignments: [rome('K1304', 'Employé familial / Employée familiale')],
    },
  },
  {
    'j-arrive-chez-vous': {
      picture: 'kit-ring',
      label: 'J’arrive',
      title: text('J’arrive chez vous', 'I arrive at your home', 'أصل إلى بيتكم', 'Я приходжу до вас', 'Chego a sua casa'),
      criteria: text(
        'Je sonne, je dis bonjour et je donne mon nom.',
        'I ring, I say hello and I give my name.',
        'أقرع الجرس وأُلقي التحيّة وأقول اسمي.',
        'Я дзвоню, вітаюся й називаю себе.',
        'Toco à porta, digo bom dia e digo o meu nome.',
      ),
      notToShow,
      alignments: [
        rome('403892', "S'exprimer avec politesse et courtoisie"),
        esco('09e28145-e205-4b7a-8b3b-5c4876396069', 'interagir avec autrui'),
      ],
      asks: {
        did: order(
          text('J’arrive, dans l’ordre.', 'I arrive, in order.', 'أصل، بالترتيب.', 'Приходжу, по порядку.', 'Chego, por ordem.'),
          'ring',
          'hello',
          'name',
        ),
        watched: yna(
          text(
            'Je demande avant de toucher.',
            'I ask before I touch.',
            'أسأل قبل أن ألمس.',
            'Питаю, перш ніж торкатися.',
            'Pergunto antes de tocar.',
          ),
        ),
        show: show('voice', 'gesture', 'attestation', 'witness'),
      },
    },
    'je-fais-le-menage': {
      picture: 'kit-dust',
      label: 'Le ménage',
      title: text('Je fais le ménage', 'I do the cleaning', 'أُنظّف البيت', 'Прибираю в домі', 'Faço a limpeza'),
      criteria: text(
        'Je nettoie comme la personne le souhaite.',
        'I clean as the person wishes.',
        'أُنظّف كما يريد صاحب البيت.',
        'Я прибираю так, як хоче людина.',
        'Limpo como a pessoa deseja.',
      ),
      notToShow,
      alignments: [
        rome('123984', "Réaliser le ménage au domicile d'une personne"),
        esco('7bb01a18-4637-4535-ba18-258f48f705b8', 'nettoyer des locaux'),
      ],
      asks: {
        did: pickN(
          text('Qu’avez-vous fait\u00a0?', 'What did you do?', 'ماذا فعلتم؟', 'Що ви робили?', 'O que fez?'),
          'dust',
          'floor',
          'dishes',
          'bed',
        ),
        watched: yna(
          text('Je remets à sa place.', 'I put things back.', 'أُعيد كلّ شيء إلى مكانه.', 'Ставлю все на місце.', 'Reponho no sítio.'),
        ),
        show: show('voice', 'gesture', 'attestation', 'witness'),
      },
    },
    'je-m-occupe-du-linge': {
      picture: 'kit-textile',
      label: 'Le linge',
      title: text('Je m’occupe du linge', 'I look after the laundry', 'أعتني بالغسيل', 'Дбаю про білизну', 'Trato da roupa'),
      criteria: text(
        'Je trie, je lave, j’étends et je repasse le linge.',
        'I sort, wash, hang up and iron the laundry.',
        'أفرز الغسيل وأغسله وأنشره وأكويه.',
        'Я сортую, перу, розвішую й прасую білизну.',
        'Separo, lavo, estendo e passo a roupa.',
      ),
      notToShow,
      alignments: [rome('120699', 'Entretenir le linge'), esco('04838ae5-a737-48a0-a782-3d1b6b6cb75b', 'laver du linge')],
      asks: {
        did: order(
          text('Le linge, dans l’ordre.', 'The laundry, in order.', 'الغسيل بالترتيب.', 'Білизна по порядку.', 'A roupa, por ordem.'),
          'sort',
          'wash-machine',
          'dry',
          'iron',
        ),
        watched: pickN(
          text('Que regardez-vous\u00a0?', 'What do you look at?', 'إلى ماذا تنظرون؟', 'На що ви дивитеся?', 'Para que olha?'),
          'label',
          'colour',
          'thermometer',
        ),
        show: show('voice', 'gesture', 'attestation', 'witness'),
      },
    },
    'je-respecte': {
      picture: 'kit-respect',
      label: 'Je respecte',
      title: text('Je respecte la personne', 'I respect the person', 'أحترم الإنسان', 'Я поважаю людину', 'Respeito a pessoa'),
      criteria: text(
        'Je respecte la personne, ses choix et ses secrets.',
        'I respect the person, their choices and their secrets.',
        'أحترم الإنسان وخياراته وأسراره.',
        'Я поважаю людину, її вибір і її таємниці.',
        'Respeito a pessoa, as suas escolhas e os seus segredos.',
      ),
      notToShow,
      alignments: [
        rome('300412', "Etre à l'écoute, faire preuve d'empathie"),
        esco('73e7e2f4-7e5f-4e6c-86c2-3b5fbd191172', 'assurer le respect de la vie privée des usagers'),
      ],
      asks: {
        did: pickN(
          text(
            'Avec la personne, que faites-vous\u00a0?',
            'With the person, what do you do?',
            'ماذا تفعلون مع الشخص؟',
            'Що ви робите з людиною?',
            'Com a pessoa, o que faz?',
          ),
          'knock',
          'listen',
          'keep',
          'ask',
        ),
        watched: safe(
          text('La personne est tombée.', 'The person has fallen.', 'وقع الشخص.', 'Людина впала.', 'A pessoa caiu.'),
          'call',
          'lift',
          'call',
        ),
        show: show('voice', 'gesture', 'attestation', 'witness'),
      },
    },
  },
);
