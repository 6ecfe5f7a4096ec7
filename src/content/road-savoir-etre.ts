import { esco, rome } from './alignments.ts';
import { kitRoad } from './kit-part.ts';
import { freq, order, pick1, pickN, safe, yna } from './questions.ts';
import { text } from './text.ts';

/** Road A: how to be at work. Four of its five badges lead to the key badge. */
export const SAVOIR_ETRE = kitRoad(
  {
    id: 'savoir-etre',
    kind: 'transversal',
    hue: 'indigo',
    needed: 4,
    key: {
      id: 'savoir-etre-au-travail',
      picture: 'work-together',
      label: 'Savoir-être',
      title: text('Savoir-être au travail', 'At ease at work', 'حُسن التعامل في العمل', 'Своя людина на роботі', 'Saber estar no trabalho'),
      criteria: text(
        'Au travail, on peut compter sur moi : j’ai quatre badges de ce parcours.',
        'At work people can count on me: I hold four badges of this road.',
        'في العمل يمكن الاعتماد عليّ: لديّ أربع شارات من هذا المسار.',
        'На роботі на мене можна покластися; я маю чотири бейджі цього шляху.',
        'No trabalho podem contar comigo: tenho quatro badges deste percurso.',
      ),
      alignments: [],
    },
  },
  {
    'a-l-heure': {
      picture: 'alarm-clock',
      label: 'À l’heure',
      title: text('À l’heure', 'On time', 'في الموعد', 'Вчасно', 'A horas'),
      criteria: text(
        'J’arrive à l’heure et je préviens si j’ai un retard.',
        'I arrive on time and I tell someone if I am late.',
        'أصل في الموعد وأُخبر إذا تأخّرت.',
        'Я приходжу вчасно й попереджаю, якщо запізнююся.',
        'Chego a horas e aviso se me atraso.',
      ),
      notToShow: text(
        'Pas de photo de votre contrat ni de votre planning avec des noms.',
        'No photo of your contract, nor of a schedule with names on it.',
        'لا صورة لعقدك ولا لجدول فيه أسماء.',
        'Без фото договору чи графіка з іменами.',
        'Nenhuma foto do contrato nem de um horário com nomes.',
      ),
      alignments: [
        rome('300490', 'Faire preuve de rigueur et de précision'),
        esco('113b4428-0a31-4199-8496-070af7854b91', 'respecter ses engagements'),
      ],
      asks: {
        did: freq(text('Je suis à l’heure.', 'I am on time.', 'أصل في الموعد.', 'Я приходжу вчасно.', 'Chego a horas.')),
        watched: pick1(
          text(
            'En retard, que faites-vous\u00a0?',
            'Late: what do you do?',
            'ماذا تفعلون عند التأخّر؟',
            'Що ви робите, коли спізнюєтесь?',
            'Em atraso, o que faz?',
          ),
          'call',
          'message',
          'wait',
        ),
      },
    },
    'en-equipe': {
      picture: 'carry-together',
      label: 'En équipe',
      title: text('En équipe', 'In a team', 'ضمن الفريق', 'У команді', 'Em equipa'),
      criteria: text(
        'Je travaille avec les autres et j’aide quand il faut.',
        'I work with the others and I help when needed.',
        'أعمل مع الآخرين وأساعد عند الحاجة.',
        'Я працюю разом з іншими й допомагаю, коли треба.',
        'Trabalho com os outros e ajudo quando é preciso.',
      ),
      notToShow: text(
        'Pas de visage : les mains, les outils, le résultat.',
        'No faces: hands, tools, the result.',
        'لا وجوه: الأيدي والأدوات والنتيجة.',
        'Без облич: руки, інструменти, результат.',
        'Nenhum rosto: as mãos, as ferramentas, o resultado.',
      ),
      alignments: [rome('300465', "Avoir l'esprit d'équipe"), esco('60c78287-22eb-4103-9c8c-28deaa460da0', 'travailler en équipe')],
      asks: {
        did: pickN(
          text(
            'Qu’avez-vous fait ensemble\u00a0?',
            'What did you do together?',
            'ماذا فعلتم معاً؟',
            'Що ви робили разом?',
            'O que fizeram juntos?',
          ),
          'carry',
          'tools',
          'explain',
          'tidy',
        ),
        watched: yna(text('J’aide quelqu’un.', 'I help someone.', 'أساعد أحداً.', 'Я комусь допомагаю.', 'Ajudo alguém.')),
      },
    },
    'je-comprends-la-consigne': {
      picture: 'listen',
      label: 'La consigne',
      title: text('Je comprends la consigne', 'I understand the task', 'أفهم التعليمات', 'Я розумію завдання', 'Percebo a instrução'),
      criteria: text(
        'J’écoute la consigne, je redemande si besoin, et je la suis.',
        'I listen to the instruction, I ask again if needed, and I follow it.',
        'أستمع إلى التعليمات، وأسأل مرّة أخرى إذا لزم، وأتّبعها.',
        'Я слухаю завдання, перепитую за потреби й виконую його.',
        'Ouço a instrução, volto a perguntar se for preciso e sigo-a.',
      ),
      notToShow: text(
        'Pas de photo d’un papier de l’entreprise ou d’un client.',
        'No photo of a paper of the company or of a client.',
        'لا صورة لورقة من الشركة أو من زبون.',
        'Без фото паперів підприємства чи клієнта.',
        'Nenhuma foto de papéis da empresa ou de um cliente.',
      ),
      alignments: [
        rome('300448', 'Respecter des règles, des consignes, normes et procédures opérationnelles'),
        esco('fc511e12-fe90-40a0-bec8-227abb5e4255', 'suivre des instructions verbales'),
      ],
      asks: {
        did: order(
          text(
            'La consigne, dans l’ordre.',
            'The task, in order.',
            'التعليمات بالترتيب.',
            'Завдання по порядку.',
            'A instrução, por ordem.',
          ),
          'listen',
          'speaking-head',
          'do',
        ),
        watched: pick1(
          text(
            'Comment est venue la consigne\u00a0?',
            'How did the task come?',
            'كيف وصلت التعليمات؟',
            'Як ви отримали завдання?',
            'Como veio a instrução?',
          ),
          'spoken',
          'gesture',
          'drawing',
          'paper',
        ),
      },
    },
    'en-securite': {
      picture: 'safety-vest',
      label: 'En sécurité',
      title: text('En sécurité', 'In safety', 'بأمان', 'У безпеці', 'Em segurança'),
      criteria: text(
        'Je porte mes protections et je signale un danger.',
        'I wear my protection and I report a danger.',
        'أرتدي وسائل الحماية وأُبلّغ عن أيّ خطر.',
        'Я ношу засоби захисту й повідомляю про небезпеку.',
        'Uso as minhas proteções e aviso quando há perigo.',
      ),
      notToShow: text(
        'Pas de visage, pas de personne blessée, pas de photo chez un particulier.',
        'No faces, nobody who is hurt, no photo in someone’s home.',
        'لا وجوه، ولا شخص مصاب، ولا صورة داخل منزل أحد.',
        'Без облич, без поранених, без фото в чужій оселі.',
        'Nenhum rosto, nenhum ferido, nenhuma foto em casa de particulares.',
      ),
      alignments: [
        rome('482123', 'Utiliser des équipements de protection individuelle (EPI)'),
        esco('51754b8a-3e2c-4cc1-86e6-cf510d9c6fe4', 'utiliser des équipements de protection individuelle'),
      ],
      asks: {
        did: pickN(
          text('Que portez-vous\u00a0?', 'What do you wear?', 'ماذا ترتدون؟', 'Що ви вдягаєте?', 'O que usa?'),
          'gloves',
          'safety-vest',
          'shoes',
          'ear-protection',
        ),
        watched: safe(
          text('Un câble est abîmé.', 'A cable is damaged.', 'سلك كهربائي تالف.', 'Кабель пошкоджений.', 'Um cabo está estragado.'),
          'stop',
          'go-on',
          'stop',
          'repair',
        ),
      },
    },
    'je-communique': {
      picture: 'speaking-head',
      label: 'Je communique',
      title: text('Je communique', 'I communicate', 'أتواصل', 'Я спілкуюся', 'Comunico'),
      criteria: text(
        'Je dis bonjour, je parle avec respect, et je dis quand ça ne va pas.',
        'I say hello, I speak with respect, and I say when something is wrong.',
        'أُلقي التحيّة، وأتكلّم باحترام، وأقول عندما لا تسير الأمور جيّداً.',
        'Я вітаюся, говорю з повагою й кажу, коли щось не так.',
        'Digo bom dia, falo com respeito e digo quando algo não está bem.',
      ),
      notToShow: text(
        'Pas de photo ni de voix d’une autre personne sans son accord.',
        'No photo or voice of someone else without their agreement.',
        'لا صورة ولا صوت لشخص آخر دون موافقته.',
        'Без фото й голосу іншої людини без її згоди.',
        'Nenhuma foto nem voz de outra pessoa sem o seu acordo.',
      ),
      alignments: [
        rome('300412', "Etre à l'écoute, faire preuve d'empathie"),
        esco('09e28145-e205-4b7a-8b3b-5c4876396069', 'interagir avec autrui'),
      ],
      asks: {
        did: pickN(
          text('Avec qui parlez-vous\u00a0?', 'Whom do you talk with?', 'مع من تتكلّمون؟', 'З ким ви розмовляєте?', 'Com quem fala?'),
          'carry-together',
          'chief',
          'customers',
        ),
        watched: pick1(
          text(
            'Quelqu’un crie. Que faites-vous\u00a0?',
            'Someone shouts. What do you do?',
            'أحدهم يصرخ. ماذا تفعلون؟',
            'Хтось кричить. Що ви робите?',
            'Alguém grita. O que faz?',
          ),
          'stay-calm',
          'step-away',
          'headset-person',
        ),
      },
    },
  },
);
