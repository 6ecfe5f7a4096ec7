import { Navigate, useParams } from '@solidjs/router';
import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { HUES } from '#artwork/hues';
import type { EventView } from '#client/views/events-view';
import { isStaff, useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { ALL_EVENTS, JOIN } from './addresses.ts';
import { EventFacts } from './event-facts.tsx';
import { dayAndHour, dayOf, hourOf, stateAt } from './event-time.ts';
import { EventTools } from './event-tools.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { TurningCode } from './turning-code.tsx';
import './organiser.css';

/** Letters from which a title is set smaller. */
const LONG_TITLE = 40;

/** How often the page looks whether its event has begun or ended. */
const LOOK_MS = 5_000;

/** One event, to project in a room: the code, what it is about, how many badges were taken. No faces, nothing that hurries anyone. */
export const EventScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams();
  const event = (): EventView | undefined => app.events().find(({ id }) => id === params['id']);
  return (
    <Switch>
      <Match when={app.who() === 'nobody' || app.who() === 'person'}>
        <Navigate href={JOIN} />
      </Match>
      <Match when={event()}>{(found) => <Projected event={found()} />}</Match>
      <Match when={isStaff(app)}>
        <Navigate href={ALL_EVENTS} />
      </Match>
    </Switch>
  );
};

const Projected = (props: { readonly event: EventView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [now, setNow] = createSignal(Date.now());
  const state = (): EventView['state'] => stateAt(now(), props.event);
  const look = setInterval(() => setNow(Date.now()), LOOK_MS);
  onCleanup(() => clearInterval(look));
  onMount(() => onCleanup(app.keepAwake()));
  return (
    <main
      class={`projected projected-${state()}`}
      style={{
        '--deep': HUES[props.event.draw.hue].deep,
        '--main': HUES[props.event.draw.hue].main,
        '--pale': HUES[props.event.draw.hue].light,
      }}
    >
      <div class="projected-what">
        <div class="projected-badge">
          <Badge draw={props.event.draw} />
        </div>
        <h1 class="projected-title" classList={{ 'projected-title-long': props.event.title.length > LONG_TITLE }}>
          {props.event.title}
        </h1>
        <EventFacts event={props.event} today={state() === 'open' ? dayOf(now(), words.locale) : ''} />
      </div>
      <section class="projected-code">
        <Switch>
          <Match when={state() === 'open'}>
            <TurningCode event={props.event.id} />
          </Match>
          <Match when={state() === 'early'}>
            <Instead
              picture="too-early"
              title={words.t('staff.early')}
              line={words.t('staff.early.at', { date: dayAndHour(props.event.opens, words.locale) })}
            />
          </Match>
          <Match when={state() === 'over'}>
            <Instead picture="event-over" title={words.t('staff.over')} line={words.t('staff.over.thanks')} />
          </Match>
        </Switch>
      </section>
      <div class="projected-foot">
        <Show when={state() !== 'early'}>
          <p class="projected-count">
            <strong class="projected-number">{props.event.claims}</strong>
            <span>
              {words.t('staff.claims')}
              <small class="projected-as-of">{words.t('staff.as-of', { time: hourOf(props.event.asOf, words.locale) })}</small>
            </span>
          </p>
        </Show>
        <OfflineNotice />
      </div>
      <EventTools event={props.event.id} poster={state() !== 'over'} />
    </main>
  );
};

const Instead = (props: { readonly picture: 'too-early' | 'event-over'; readonly title: string; readonly line: string }): JSX.Element => (
  <div class="instead">
    <Picture of={props.picture} />
    <p class="instead-title">{props.title}</p>
    <p class="instead-line">{props.line}</p>
  </div>
);
