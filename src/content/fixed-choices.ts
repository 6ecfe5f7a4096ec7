import type { LocalText } from '#domain/draw';
import { text } from './text.ts';

/**
 * What can be chosen where the kind of question says it itself, by the name of the choice (`option.<name>` is its clip): the four scenes,
 * the days, the three ways to say yes, the mood, and the ways to show (`way-<kind>`).
 */
export const FIXED_CHOICES = {
  shown: text('On me montre', 'I am shown', 'يُريني أحد', 'Мені показують', 'Mostram-me'),
  together: text('À deux', 'Two of us', 'مع شخص آخر', 'Удвох', 'A dois'),
  alone: text('Sans aide', 'On my own', 'بلا مساعدة', 'Без допомоги', 'Sem ajuda'),
  showing: text('Je montre', 'I show others', 'أُري الآخرين', 'Я показую', 'Eu mostro'),
  'no-day': text('Aucun jour', 'No day', 'لا يوم', 'Жодного дня', 'Nenhum dia'),
  'one-day': text('Un jour', 'One day', 'يوم واحد', 'Один день', 'Um dia'),
  'some-days': text('Des jours', 'Some days', 'بعض الأيام', 'Деякі дні', 'Alguns dias'),
  'all-days': text('Tous les jours', 'Every day', 'كلّ يوم', 'Щодня', 'Todos os dias'),
  yes: text('Oui', 'Yes', 'نعم', 'Так', 'Sim'),
  'with-help': text('Avec de l’aide', 'With help', 'مع مساعدة', 'З допомогою', 'Com ajuda'),
  'not-yet': text('Pas encore', 'Not yet', 'ليس بعد', 'Ще ні', 'Ainda não'),
  well: text('Bien', 'Good', 'بخير', 'Добре', 'Bem'),
  'so-so': text('Moyen', 'So-so', 'وسط', 'Так собі', 'Mais ou menos'),
  hard: text('Difficile', 'Hard', 'صعب', 'Важко', 'Difícil'),
  unsaid: text('Je garde', 'I keep it', 'أحتفظ به', 'Не кажу', 'Guardo'),
  'way-photo': text('Une photo', 'A photo', 'صورة', 'Фото', 'Uma foto'),
  'way-video': text('Un film', 'A film', 'فيديو', 'Відео', 'Um filme'),
  'way-voice': text('Ma voix', 'My voice', 'صوتي', 'Мій голос', 'A minha voz'),
  'way-attestation': text('Mon papier', 'My paper', 'ورقتي', 'Мій папір', 'O meu papel'),
  'way-scan': text('Un code', 'A code', 'رمز', 'Код', 'Um código'),
  'way-gesture': text('En vrai', 'Live', 'مباشرةً', 'Наживо', 'Ao vivo'),
  'way-witness': text('Quelqu’un', 'Someone', 'شخص ما', 'Хтось', 'Alguém'),
} as const satisfies Readonly<Record<string, LocalText>>;

/** Its word; undefined for what is no choice of this kind. */
export const fixedChoice = (name: string): LocalText | undefined => (FIXED_CHOICES as Readonly<Record<string, LocalText>>)[name];
