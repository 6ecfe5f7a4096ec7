import type { Questionnaire } from '#domain/questionnaire';
import { pick1 } from './questions.ts';
import { text } from './text.ts';

/** What every badge asks: the day it was, how, what I show, what went well. A mould's own questions stand between or instead. */
export const COMMON_QUESTIONNAIRE: Questionnaire = {
  situation: pick1(
    text('Pensez à un jour précis.', 'Think of one day.', 'فكّروا في يوم محدّد.', 'Пригадайте один день.', 'Pense num dia preciso.'),
    'today',
    'yesterday',
    'this-week',
    'before',
  ),
  how: [{ kind: 'help', ask: text('Comment faites-vous\u00a0?', 'How do you do it?', 'كيف تفعلون ذلك؟', 'Як ви це робите?', 'Como faz?') }],
  show: [
    { kind: 'photo', ask: text('Montrez une photo.', 'Show a photo.', 'أظهروا صورة.', 'Покажіть фото.', 'Mostre uma foto.') },
    {
      kind: 'voice',
      ask: text('Racontez avec votre voix.', 'Tell it aloud.', 'احكوا بصوتكم.', 'Розкажіть голосом.', 'Conte com a sua voz.'),
    },
    { kind: 'gesture', ask: text('Montrez en vrai.', 'Show it live.', 'أظهروا ذلك مباشرة.', 'Покажіть наживо.', 'Mostre ao vivo.') },
    { kind: 'witness', ask: text('Qui l’a vu\u00a0?', 'Who saw it?', 'من رأى ذلك؟', 'Хто це бачив?', 'Quem viu?') },
  ],
  means: [
    {
      kind: 'voice',
      ask: text('Qu’avez-vous bien réussi\u00a0?', 'What went well?', 'ما الذي نجحتم فيه؟', 'Що вам вдалося?', 'O que correu bem?'),
    },
  ],
};
