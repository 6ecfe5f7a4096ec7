import { esco, rome } from './alignments.ts';
import { kitRoad, threeOf } from './kit-part.ts';
import { order, pick1, pickN, show, yna } from './questions.ts';
import { text } from './text.ts';

/** Road I: logistics. Delivering asks for strapping only. */
export const LOGISTIQUE = kitRoad(
  {
    id: 'logistique',
    kind: 'trade',
    hue: 'night',
    needed: 3,
    key: {
      id: 'la-logistique',
      picture: 'kit-lorry',
      label: 'La logistique',
      title: text('La logistique', 'Logistics', 'اللوجستيات', 'Логістика', 'A logística'),
      criteria: threeOf,
      alignments: [
        rome('N1103', 'Préparateur / Préparatrice de commandes'),
        rome('N1105', 'Manutentionnaire'),
        rome('N4105', 'Conducteur-livreur / Conductrice-livreuse'),
      ],
    },
  },
  {
    'je-porte-sans-me-blesser': {
      picture: 'kit-bend',
      label: 'Je porte',
      title: text('Je porte sans danger', 'I carry safely', 'أحمل بأمان', 'Ношу безпечно', 'Levo pesos sem perigo'),
      criteria: text(
        'Je plie les genoux, je serre et je lève.',
        'I bend my knees, I hold close and I lift.',
        'أثني ركبتيّ وأضمّ الحمل وأرفع.',
        'Я присідаю, притискаю й піднімаю.',
        'Dobro os joelhos, seguro e levanto.',
      ),
      notToShow: text(
        'Pas de visage, rien sur votre santé.',
        'No faces, nothing about your health.',
        'لا وجوه، ولا شيء عن صحّتك.',
        'Без облич, нічого про ваше здоров’я.',
        'Nenhum rosto, nada sobre a sua saúde.',
      ),
      alignments: [
        rome('404181', 'Utiliser les techniques gestes et postures/ manutention'),
        esco('ab2bb44a-3956-4028-8715-8b70b1960b99', 'soulever des charges lourdes'),
      ],
      asks: {
        did: order(
          text('Porter, dans l’ordre.', 'Carrying, in order.', 'رفع الحمل بالترتيب.', 'Підйом по порядку.', 'Levantar, por ordem.'),
          'bend',
          'hold-close',
          'lift',
        ),
        watched: pick1(
          text('C’est trop lourd.', 'It is too heavy.', 'الحمل ثقيل جدّاً.', 'Надто важко.', 'É demasiado pesado.'),
          'two-people',
          'trolley',
          'lift',
        ),
        show: show('gesture', 'video', 'voice', 'witness'),
      },
    },
    'je-prepare-la-commande': {
      picture: 'kit-list',
      label: 'La commande',
      title: text('Je prépare la commande', 'I prepare the order', 'أُحضّر الطلبيّة', 'Готую замовлення', 'Preparo a encomenda'),
      criteria: text(
        'Je lis la liste, je compte et j’emballe.',
        'I read the list, I count and I pack.',
        'أقرأ القائمة وأعُدّ وأُغلّف.',
        'Я читаю список, рахую й пакую.',
        'Leio a lista, conto e embalo.',
      ),
      notToShow: text(
        'Pas de nom ni d’adresse de client sur un carton.',
        'No customer’s name or address on a box.',
        'لا اسم ولا عنوان زبون على علبة.',
        'Без імен та адрес клієнтів на коробці.',
        'Nenhum nome ou morada de cliente numa caixa.',
      ),
      alignments: [
        rome('300645', 'Préparer les commandes en suivant les procédures'),
        esco('ee5e2297-39cc-4ed6-89e5-d58016118a7f', 'préparer des commandes en vue de leur expédition'),
      ],
      asks: {
        did: order(
          text(
            'La commande, dans l’ordre.',
            'The order, step by step.',
            'الطلبيّة بالترتيب.',
            'Замовлення по порядку.',
            'A encomenda, por ordem.',
          ),
          'list',
          'count',
          'box',
        ),
        watched: pick1(text('Il en manque un.', 'One is missing.', 'ينقص واحد.', 'Одного бракує.', 'Falta um.'), 'chief', 'look', 'go-on'),
      },
    },
    'je-range-le-stock': {
      picture: 'kit-shelves',
      label: 'Le stock',
      title: text('Je range le stock', 'I store the goods', 'أُرتّب المخزون', 'Розставляю товар', 'Arrumo o stock'),
      criteria: text(
        'Je mets le lourd en bas, l’étiquette devant, et je laisse le passage libre.',
        'I put heavy things low, labels in front, and I keep the aisle clear.',
        'أضع الثقيل تحت والملصق في الأمام وأترك الممرّ سالكاً.',
        'Я ставлю важке внизу, етикетку спереду й лишаю прохід вільним.',
        'Ponho o pesado em baixo, a etiqueta à frente e deixo a passagem livre.',
      ),
      notToShow: text(
        'Pas de visage, pas de nom de client.',
        'No faces, no customer’s name.',
        'لا وجوه، ولا اسم زبون.',
        'Без облич та імен клієнтів.',
        'Nenhum rosto, nenhum nome de cliente.',
      ),
      alignments: [
        rome('123660', 'Ranger des produits ou marchandises selon leurs dates de validité et les conditions de conservation'),
        esco('7e9daad3-8604-4839-af9b-dc6f8db3ef68', 'remplir des rayons'),
      ],
      asks: {
        did: pickN(
          text('Comment rangez-vous\u00a0?', 'How do you store?', 'كيف تُرتّبون؟', 'Як ви розставляєте?', 'Como arruma?'),
          'heavy-low',
          'label',
          'free-aisle',
        ),
        watched: yna(
          text('Le plus ancien devant.', 'The oldest in front.', 'الأقدم في الأمام.', 'Найстаріше спереду.', 'O mais antigo à frente.'),
        ),
      },
    },
    'je-livre': {
      picture: 'kit-load',
      label: 'Je livre',
      title: text('Je livre', 'I deliver', 'أُوصل البضاعة', 'Я доставляю', 'Entrego'),
      criteria: text(
        'Je charge, j’attache et je vérifie avant de partir.',
        'I load, I strap and I check before we leave.',
        'أُحمّل وأربط وأتحقّق قبل الانطلاق.',
        'Я вантажу, кріплю й перевіряю перед виїздом.',
        'Carrego, prendo e verifico antes de partir.',
      ),
      notToShow: text(
        'Pas de plaque, pas d’adresse, pas de nom de client.',
        'No number plates, no address, no customer’s name.',
        'لا لوحات سيّارات، ولا عنوان، ولا اسم زبون.',
        'Без номерних знаків, адрес та імен клієнтів.',
        'Nenhuma matrícula, nenhuma morada, nenhum nome de cliente.',
      ),
      alignments: [
        rome('512837', 'Arrimer, charger et décharger des marchandises'),
        esco('bef10363-ecf2-4a24-a34b-fce99e6d3f71', 'arrimer la cargaison'),
      ],
      asks: {
        did: order(
          text(
            'Avant de partir, dans l’ordre.',
            'Before leaving, in order.',
            'قبل الانطلاق، بالترتيب.',
            'Перед виїздом, по порядку.',
            'Antes de partir, por ordem.',
          ),
          'load',
          'strap',
          'look',
        ),
      },
    },
  },
);
