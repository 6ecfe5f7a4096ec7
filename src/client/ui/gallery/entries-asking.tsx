import { For, type JSX } from 'solid-js';
import { HOW_SCENES } from '#domain/level';
import type { App } from '../app.ts';
import { AnswerStrip } from '../parts/answer-strip.tsx';
import { ChoiceScene } from '../parts/choice-scene.tsx';
import { AskingScreen } from '../screens/person/asking/asking-screen.tsx';
import { CannotAsk } from '../screens/person/asking/cannot-ask.tsx';
import { Growth } from '../screens/person/asking/growth.tsx';
import { KeptMine } from '../screens/person/asking/kept-mine.tsx';
import { MyRequest } from '../screens/person/asking/my-request.tsx';
import { ScanAnswer } from '../screens/person/asking/scan-answer.tsx';
import { Home } from '../screens/person/home.tsx';
import { NextStop } from '../screens/person/next-stop.tsx';
import { OneBadge } from '../screens/person/one-badge.tsx';
import type { Entry } from './entry.ts';
import { anAsking, aPending, aRequestView, BY_KARIM } from './fixed-asking.ts';
import { AMINA, badgeId } from './fixed-values.ts';

const person = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name: `ask-${name}`,
  files: files.map((file) => `screens/person/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const QUESTION = ['asking-screen', 'asking-flow', 'question', 'choices', 'ways', 'make-answer', 'company-picture'].map(
  (file) => `asking/${file}`,
);

/** One question of a badge, and what is touched there. */
const question = (name: string, mould: string, at: string, presses: readonly string[] = [], app: Partial<App> = {}): Entry =>
  person(name, QUESTION, () => <AskingScreen />, { path: '/ask/:mould', at: `/ask/${mould}?at=${at}`, presses, app });

const nth = (n: number): string => `.choice:nth-child(${n})`;

const QUESTIONS: readonly Entry[] = [
  question('situation', 'en-equipe', 'situation'),
  question('situation-chosen', 'en-equipe', 'situation', [nth(2)]),
  question('several', 'en-equipe', 'did', [nth(1), nth(3)]),
  question('three', 'a-l-heure', 'watched'),
  question('two', 'je-me-protege', 'did', [nth(1)]),
  question('order', 'je-monte', 'did', [nth(2), nth(1), nth(4)]),
  question('days', 'a-l-heure', 'did'),
  question('days-chosen', 'a-l-heure', 'did', [nth(3)]),
  question('yes-or-not-yet', 'en-equipe', 'watched', [nth(2)]),
  question('feel', 'mon-budget', 'means'),
  question('how', 'en-equipe', 'how'),
  question('how-chosen', 'en-equipe', 'how', [nth(3)]),
  question('ways', 'en-equipe', 'show'),
  question('ways-live', 'en-equipe', 'show', [nth(3)]),
  question('ways-others', 'j-arrive-chez-vous', 'show'),
  question('ways-film', 'je-porte-sans-me-blesser', 'show'),
  question('voice', 'en-equipe', 'means'),
  question('voice-done', 'en-equipe', 'means', [], {
    asking: (mould) => {
      const asking = anAsking(mould, 'fr', true);
      return () => asking;
    },
  }),
  person('company', ['asking/company'], () => <AskingScreen />, { path: '/ask/:mould', at: '/ask/en-equipe?at=company' }),
  person('nothing', ['asking/asking-screen'], () => <AskingScreen />, { path: '/ask/:mould', at: '/ask/no-such-badge' }),
  person('scan', ['asking/scan-answer'], () => (
    <ScanAnswer
      item={{
        id: 'show-scan',
        question: { kind: 'scan' },
        ask: '',
        say: 'title.scan',
        choices: [],
        way: { picture: 'way-scan', label: '', say: 'option.way-scan' },
      }}
      onRead={() => undefined}
      onLeave={() => undefined}
    />
  )),
];

const recap = (name: string, mould: string): Entry =>
  person(name, ['asking/recap'], () => <AskingScreen />, {
    path: '/ask/:mould',
    at: `/ask/${mould}?at=recap`,
    app: {
      asking: (of) => {
        const asking = anAsking(of, 'fr', true);
        return () => asking;
      },
    },
  });

const RECAPS: readonly Entry[] = [
  recap('recap', 'en-equipe'),
  recap('recap-order', 'je-monte'),
  recap('recap-mine', 'mon-budget'),
  recap('recap-short', 'je-veux-apprendre'),
  person('kept-mine', ['asking/kept-mine'], () => <KeptMine view={{ draw: aRequestView().draw }} />),
  person('cannot', ['asking/cannot-ask'], () => <CannotAsk refusal={{ type: 'BadgeUnknown' }} />),
];

const request = (name: string, change: Parameters<typeof aRequestView>[0], presses: readonly string[] = []): Entry =>
  person(name, ['asking/my-request', 'asking/request-stages', 'asking/took-request-back'], () => <MyRequest />, {
    path: '/asked/:request',
    at: '/asked/request-1',
    app: { requests: () => [aRequestView(change)], mediaAddress: async () => '/voice/fr/title.welcome.mp3' },
    presses,
  });

const REQUESTS: readonly Entry[] = [
  request('sent', {}),
  request('sent-arrived', { safety: 'arrived' }),
  request('looking', { step: 'looking', safety: 'arrived', by: { face: BY_KARIM.face } }),
  request('talk', { step: 'talk', safety: 'arrived', by: BY_KARIM }),
  request('continue', { step: 'continue', safety: 'arrived', by: BY_KARIM }),
  request('continue-silent', { step: 'continue', safety: 'arrived', by: { face: BY_KARIM.face } }),
  request('given', { step: 'given', badge: badgeId(2) }),
  request('taken-back', {}, ['[data-say="label.take-back"]']),
  person('home-open', ['home'], () => <Home />, { app: { pending: () => [aPending('open')] } }),
  person('home-answered', ['home'], () => <Home />, { app: { pending: () => [aPending('continue')] } }),
  person('road-asked', ['next-stop'], () => <NextStop />, {
    path: '/road/:stop',
    at: '/road/0-1',
    app: { pending: () => [aPending('sent')] },
  }),
  person('badge-think', ['one-badge', 'asking/think-button'], () => <OneBadge />, {
    path: '/badges/:id',
    at: `/badges/${badgeId(2)}`,
    app: { growth: () => () => [] },
  }),
  person('growth', ['asking/growth'], () => <Growth />, { path: '/growth/:mould', at: '/growth/en-equipe' }),
  person('growth-more', ['asking/growth'], () => <Growth />, { path: '/growth/:mould', at: '/growth/en-equipe?n=1' }),
];

const CHOICES = ['no-day', 'one-day', 'some-days', 'all-days', 'yes', 'with-help', 'not-yet', 'well', 'so-so', 'hard', 'unsaid'];
const WAYS = ['way-photo', 'way-video', 'way-voice', 'way-attestation', 'way-scan', 'way-gesture', 'way-witness'];

const PARTS: readonly Entry[] = [
  {
    name: 'choice-scenes',
    files: ['parts/choice-scene.tsx'],
    kind: 'part',
    show: () => (
      <main class="gallery-parts">
        <h1>choice-scenes</h1>
        <For each={[...HOW_SCENES, ...CHOICES, ...WAYS]}>
          {(of) => (
            <span class="gallery-scene">
              <ChoiceScene of={of} figure={AMINA.figure} mark={AMINA.mark} />
            </span>
          )}
        </For>
      </main>
    ),
  },
  {
    name: 'answer-strip',
    files: ['parts/answer-strip.tsx'],
    kind: 'part',
    show: () => (
      <main class="gallery-parts">
        <h1>answer-strip</h1>
        <AnswerStrip
          frames={['yesterday', 'alone', 'way-gesture'].map((picture) => ({
            item: picture,
            question: '',
            say: 'title.recap',
            pictures: [{ picture: picture === 'yesterday' ? 'kit-tools' : picture, label: picture, say: 'title.recap' }],
          }))}
          playing={1}
          figure={AMINA.figure}
          mark={AMINA.mark}
        />
      </main>
    ),
  },
];

/** Asking for a badge, in all its states. */
export const ASKING_ENTRIES: readonly Entry[] = [...QUESTIONS, ...RECAPS, ...REQUESTS, ...PARTS];
