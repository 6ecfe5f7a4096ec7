import { Navigate, useNavigate } from '@solidjs/router';
import { createEffect, For, type JSX, lazy, Match, onCleanup, onMount, Show, Suspense, Switch, untrack } from 'solid-js';
import type { PendingView } from '#client/views/requests-view';
import { type App, isStaff, type Me, useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { RoadStrip } from '../../parts/road-strip.tsx';
import { Tile } from '../../parts/tile.tsx';
import { saying, useWords } from '../../words.tsx';
import { NOT_YET } from './not-yet.ts';
import { PersonScreen } from './person-screen.tsx';
import { TakenBack } from './taken-back.tsx';
import { Welcome } from './welcome.tsx';

const PERSON = ['person'] as const;
const Received = saying(
  PERSON,
  lazy(async () => ({ default: (await import('./receiving/received.tsx')).Received })),
);
const FirstStart = saying(
  PERSON,
  lazy(async () => ({ default: (await import('./first/first-start.tsx')).FirstStart })),
);
const Unfinished = saying(
  PERSON,
  lazy(async () => ({ default: (await import('./capture/unfinished.tsx')).Unfinished })),
);

/** The first screen of whoever this device belongs to. */
export const Home = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  createEffect(() => {
    if (isStaff(app)) navigate(app.who() === 'advisor' ? '/see' : '/event', { replace: true });
  });
  // Looked at once: home never goes away under a finger.
  const mayAskToInstall = untrack(() => app.who() === 'person' && app.installDue() && !app.keptTicket());
  return (
    <Switch fallback={<div class="waiting" aria-busy="true" />}>
      <Match when={app.who() === 'nobody' && (!app.greeted() || app.sound() === 'not-asked')}>
        <Suspense fallback={<div class="waiting" aria-busy="true" />}>
          <FirstStart />
        </Suspense>
      </Match>
      <Match when={app.who() === 'nobody'}>
        <Welcome />
      </Match>
      <Match when={app.who() === 'person' && app.consentDue()}>
        <Navigate href="/consent" />
      </Match>
      <Match when={app.who() === 'person' && app.refusals()[0]} keyed>
        {(view) => <TakenBack view={view} />}
      </Match>
      <Match when={app.who() === 'person' && app.found()} keyed>
        {(take) => <Unfinished take={take} />}
      </Match>
      <Match when={app.who() === 'person' && app.received()[0]?.badge} keyed>
        {(badge) => (
          <Suspense fallback={<div class="waiting" aria-busy="true" />}>
            <Received badge={badge} />
          </Suspense>
        )}
      </Match>
      <Match when={mayAskToInstall}>
        <Navigate href="/install" />
      </Match>
      <Match when={app.who() === 'person' && app.me()}>{(me) => <PersonHome me={me()} />}</Match>
    </Switch>
  );
};

const PersonHome = (props: { readonly me: Me }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const road = () => app.roads()[0];
  const next = () => {
    const index = road()?.next ?? null;
    return index === null ? undefined : road()?.petals[index];
  };
  onMount(() => onCleanup(app.homeStands()));
  const heroSay = (): string =>
    app.keptTicket() ? 'say.pocket' : herTurn(app) ? pendingSay(herTurn(app)) : next() ? 'say.next-step' : 'say.nothing-yet';
  return (
    <PersonScreen
      name="home"
      scan="shown"
      say={['say.home', heroSay()]}
      middle={
        <h1 class="title home-name" data-say="say.hello">
          {props.me.firstName}
        </h1>
      }
    >
      <Hero me={props.me} next={next()?.draw} />
      <Tile label={words.t('label.my-badges')} say="label.my-badges" href="/badges">
        <span class="two-badges">
          <For
            each={app.badges().slice(0, 2).toReversed()}
            fallback={<For each={NOT_YET}>{(draw) => <Badge draw={draw} state="to-win" />}</For>}
          >
            {(badge) => <Badge draw={badge.draw} level={badge.level} ribbon={badge.ribbon} />}
          </For>
        </span>
      </Tile>
      <Tile label={words.t('label.my-road')} say="label.my-road" href="/road">
        <RoadStrip
          hue={road()?.key.hue ?? 'indigo'}
          stops={road()?.petals.map((petal) => petal.held) ?? [false, false, false]}
          next={road() ? (road()?.next ?? null) : 0}
          figure={props.me.figure}
          mark={props.me.mark}
        />
      </Tile>
    </PersonScreen>
  );
};

/** What was begun, or what was answered, waits for her: it comes before the road. */
const herTurn = (app: App): PendingView | undefined => {
  const first = app.pending()[0];
  return first?.isHers ? first : undefined;
};
const pendingSay = (pending: PendingView | undefined): string => (pending?.is === 'open' ? 'say.resume' : 'say.answer-came');

/** The next step, large: a badge that waits in the pocket, else what I am about to ask for, else the next stop of my road, else a code to scan. */
const Hero = (props: { readonly me: Me; readonly next: (typeof NOT_YET)[number] | undefined }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <Switch
      fallback={
        <Press class="hero" data-hue="night" href="/scan" say="say.nothing-yet" primary>
          <span class="hero-scene">
            <Picture of="scan-poster" class="fill" />
          </span>
          <HeroLabel text={words.t('label.scan')} />
        </Press>
      }
    >
      <Match when={app.keptTicket()}>
        <Press class="hero" href="/e" say="say.pocket" primary>
          <span class="hero-scene">
            <Picture of="badge-pocket" class="fill" />
          </span>
          <HeroLabel text={words.t('label.pocket')} />
        </Press>
      </Match>
      <Match when={herTurn(app)}>
        {(pending) => (
          <Press
            class={`hero hue-${pending().draw.hue}`}
            href={pending().is === 'open' ? `/ask/${pending().mould}` : `/asked/${pending().request ?? ''}`}
            say={pendingSay(pending())}
            primary
          >
            <span class="hero-scene">
              <Show when={pending().is === 'open'} fallback={<Picture of="headset-person" class="hero-me" />}>
                <Face figure={props.me.figure} mark={props.me.mark} class="hero-me" />
              </Show>
              <span class="hero-way" aria-hidden="true" />
              <Badge draw={pending().draw} state="to-win" class="hero-badge" />
            </span>
            <HeroLabel text={pending().draw.title} />
          </Press>
        )}
      </Match>
      <Match when={props.next}>
        {(draw) => (
          <Press class={`hero hue-${draw().hue}`} href="/road/next" say="say.next-step" primary>
            <span class="hero-scene">
              <Face figure={props.me.figure} mark={props.me.mark} class="hero-me" />
              <span class="hero-way" aria-hidden="true" />
              <Badge draw={draw()} state="to-win" class="hero-badge" />
            </span>
            <HeroLabel text={draw().title} />
          </Press>
        )}
      </Match>
    </Switch>
  );
};

const HeroLabel = (props: { readonly text: string }): JSX.Element => (
  <span class="hero-label">
    <Show when={props.text}>{props.text}</Show>
    <Glyph of={GLYPHS['arrow-right']} class="forward" />
  </span>
);
