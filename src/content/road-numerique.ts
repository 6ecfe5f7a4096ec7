import { esco, rome } from './alignments.ts';
import { kitRoad } from './kit-part.ts';
import { freq, pick1, pickN, safe, show, yna } from './questions.ts';
import { text } from './text.ts';

/** Road B: at ease with a phone. Nothing is looked at on the phone itself: it is told, or shown to somebody. */
export const NUMERIQUE = kitRoad(
  {
    id: 'numerique',
    kind: 'transversal',
    hue: 'teal',
    needed: 4,
    key: {
      id: 'autonomie-numerique',
      picture: 'kit-technologist',
      label: 'Numérique',
      title: text('Autonomie numérique', 'At ease with a phone', 'الاستقلال الرقمي', 'Упевнено з телефоном', 'Autonomia digital'),
      criteria: text(
        'Avec un téléphone, je me débrouille : j’ai quatre badges de ce parcours.',
        'With a phone I manage: I hold four badges of this road.',
        'أتدبّر أمري بالهاتف: لديّ أربع شارات من هذا المسار.',
        'З телефоном я даю собі раду; я маю чотири бейджі цього шляху.',
        'Com um telefone, oriento-me: tenho quatro badges deste percurso.',
      ),
      alignments: [],
    },
  },
  {
    'mon-telephone': {
      picture: 'kit-phone',
      label: 'Mon téléphone',
      title: text('Mon téléphone', 'My phone', 'هاتفي', 'Мій телефон', 'O meu telefone'),
      criteria: text(
        'Je règle le son, je charge, et j’installe mon application.',
        'I set the sound, I charge it, and I install my app.',
        'أضبط الصوت، وأشحن الهاتف، وأثبّت تطبيقي.',
        'Я налаштовую звук, заряджаю й встановлюю свій застосунок.',
        'Regulo o som, carrego e instalo a minha aplicação.',
      ),
      notToShow: text(
        'Pas de photo de votre écran : montrez à quelqu’un.',
        'No photo of your screen: show it to someone.',
        'لا صورة لشاشتك: أظهرها لأحد.',
        'Без фото екрана: покажіть його комусь.',
        'Nenhuma foto do ecrã: mostre a alguém.',
      ),
      alignments: [
        rome('405260', 'Utiliser les outils digitaux (communication, applications, objets connectés)'),
        esco('35f1be97-06c4-4367-a067-7e0e94f2fa70', "utiliser des systèmes d'exploitation d'appareils numériques"),
      ],
      asks: {
        did: pickN(
          text('Que savez-vous faire\u00a0?', 'What can you do?', 'ماذا تعرفون أن تفعلوا؟', 'Що ви вмієте?', 'O que sabe fazer?'),
          'sound',
          'wifi',
          'charge',
          'photo',
        ),
        watched: yna(
          text(
            'J’installe mon application.',
            'I install my app.',
            'أثبّت تطبيقي.',
            'Я встановлюю застосунок.',
            'Instalo a minha aplicação.',
          ),
        ),
        show: show('gesture', 'voice', 'witness'),
      },
    },
    'message-et-photo': {
      picture: 'kit-photo',
      label: 'Message, photo',
      title: text('Message et photo', 'Message and photo', 'رسالة وصورة', 'Повідомлення і фото', 'Mensagem e foto'),
      criteria: text(
        'J’envoie une photo, une voix ou un message à la bonne personne.',
        'I send a photo, a voice or a message to the right person.',
        'أُرسل صورة أو صوتاً أو رسالة إلى الشخص المناسب.',
        'Я надсилаю фото, голос чи повідомлення потрібній людині.',
        'Envio uma foto, uma voz ou uma mensagem à pessoa certa.',
      ),
      notToShow: text(
        'Pas de message privé, pas de famille : un message d’essai.',
        'No private message, no family: a trial message.',
        'لا رسالة خاصّة ولا عائلة: رسالة تجربة.',
        'Без приватних повідомлень і родини: пробне повідомлення.',
        'Nenhuma mensagem privada, nenhuma família: uma mensagem de teste.',
      ),
      alignments: [
        rome('405261', 'Utiliser des outils de communication numérique'),
        esco('fef18610-c8ca-431b-9ca8-d3d0cdffde72', 'utiliser des applications de messagerie instantanée sur Internet'),
      ],
      asks: {
        did: pick1(
          text('À qui envoyez-vous\u00a0?', 'Whom do you send it to?', 'إلى من تُرسلون؟', 'Кому ви надсилаєте?', 'A quem envia?'),
          'advisor',
          'chief',
          'carry-together',
        ),
        watched: yna(
          text(
            'Je vérifie avant d’envoyer.',
            'I check before I send.',
            'أتحقّق قبل الإرسال.',
            'Я перевіряю перед надсиланням.',
            'Verifico antes de enviar.',
          ),
        ),
      },
    },
    'je-me-protege': {
      picture: 'kit-keep',
      label: 'Je me protège',
      title: text('Je me protège', 'I protect myself', 'أحمي نفسي', 'Я себе захищаю', 'Protejo-me'),
      criteria: text(
        'Je protège mon code, mes photos et celles des autres.',
        'I protect my code, my photos and those of others.',
        'أحمي رمزي وصوري وصور الآخرين.',
        'Я захищаю свій код, свої фото та фото інших.',
        'Protejo o meu código, as minhas fotos e as dos outros.',
      ),
      notToShow: text(
        'Rien à photographier : votre code et vos messages restent à vous.',
        'Nothing to photograph: your code and messages stay yours.',
        'لا شيء للتصوير: رمزك ورسائلك تبقى لك.',
        'Нічого фотографувати: ваш код і повідомлення лишаються вашими.',
        'Nada a fotografar: o seu código e as mensagens ficam consigo.',
      ),
      alignments: [
        rome('500733', 'Veiller à la protection des données personnelles'),
        esco('33a82b83-c838-4889-ae62-fae1317481eb', 'protéger des données à caractère personnel et la vie privée'),
      ],
      asks: {
        did: safe(
          text(
            'Quelqu’un d’inconnu demande votre code.',
            'A stranger asks for your code.',
            'شخص غريب يطلب رمزكم.',
            'Незнайомець питає ваш код.',
            'Alguém desconhecido pede o seu código.',
          ),
          'keep',
          'give-away',
          'keep',
        ),
        watched: pick1(
          text(
            'Un message bizarre arrive.',
            'A strange message arrives.',
            'تصل رسالة غريبة.',
            'Приходить дивне повідомлення.',
            'Chega uma mensagem estranha.',
          ),
          'delete',
          'show-it',
          'click',
        ),
        without: ['show'],
      },
    },
    'mes-demarches': {
      picture: 'kit-id-card',
      label: 'Mes démarches',
      title: text('Mes démarches', 'My paperwork', 'معاملاتي', 'Мої справи', 'Os meus trâmites'),
      criteria: text(
        'Je retrouve un service en ligne et je fais une démarche.',
        'I find a service online and I get something done there.',
        'أجد خدمة على الإنترنت وأُنجز معاملة.',
        'Я знаходжу послугу онлайн і роблю справу.',
        'Encontro um serviço em linha e trato de um assunto.',
      ),
      notToShow: text(
        'Pas de photo d’écran ni de papier : quelqu’un l’a vu.',
        'No photo of a screen or a paper: someone saw it.',
        'لا صورة لشاشة ولا لورقة: أحد رآها.',
        'Без фото екрана чи паперів: хтось це бачив.',
        'Nenhuma foto de ecrã nem de papel: alguém viu.',
      ),
      alignments: [
        rome('513388', "S'approprier les compétences numériques de base (écrire, lire un mail, utiliser le matériel informatique...)"),
        esco('8d49f760-3765-4612-8d40-a2bdd50738fe', 'remplir des formulaires'),
      ],
      asks: {
        did: pick1(
          text(
            'Où faites-vous la démarche\u00a0?',
            'Where do you do it?',
            'أين تقومون بالمعاملة؟',
            'Де ви це робите?',
            'Onde trata disso?',
          ),
          'phone',
          'computer',
          'counter',
        ),
        watched: yna(
          text('Je retrouve la réponse.', 'I find the answer again.', 'أجد الردّ من جديد.', 'Я знаходжу відповідь.', 'Encontro a resposta.'),
        ),
        show: show('gesture', 'voice', 'witness'),
      },
    },
    'j-apprends-en-ligne': {
      picture: 'kit-online',
      label: 'J’apprends',
      title: text('J’apprends en ligne', 'I learn online', 'أتعلّم عبر الإنترنت', 'Я вчуся онлайн', 'Aprendo em linha'),
      criteria: text(
        'Je suis une vidéo ou un exercice et je dis ce que j’ai appris.',
        'I follow a video or an exercise and I say what I learned.',
        'أتابع فيديو أو تمريناً وأقول ما تعلّمته.',
        'Я дивлюся відео чи роблю вправу й кажу, чого навчаюся.',
        'Sigo um vídeo ou um exercício e digo o que aprendi.',
      ),
      notToShow: text(
        'Pas de photo de vos notes ou de vos résultats d’examen.',
        'No photo of your marks or exam results.',
        'لا صورة لعلاماتك أو لنتائج امتحانك.',
        'Без фото оцінок чи результатів іспиту.',
        'Nenhuma foto das suas notas ou resultados de exame.',
      ),
      alignments: [
        rome('300493', "Faire preuve de curiosité, d'ouverture d'esprit"),
        esco('9bf266a6-188b-4d17-a22f-2f266d76832b', "démontrer une volonté d'apprendre"),
      ],
      asks: {
        did: pick1(
          text('Qu’apprenez-vous\u00a0?', 'What do you learn?', 'ماذا تتعلّمون؟', 'Чого ви вчитеся?', 'O que aprende?'),
          'trade',
          'french',
          'driving-rules',
        ),
        watched: freq(text('J’apprends.', 'I learn.', 'أتعلّم.', 'Я вчуся.', 'Aprendo.')),
      },
    },
  },
);
