import { Navigate, useParams } from '@solidjs/router';
import { createResource, For, type JSX, Match, Show, Switch } from 'solid-js';
import { HUES } from '#artwork/hues';
import type { EventView } from '#client/views/events-view';
import { isStaff, useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Drawing } from '../../parts/drawing.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { ALL_EVENTS, eventAddress, JOIN } from './addresses.ts';
import { EventFacts } from './event-facts.tsx';
import { drawTicket } from './turn-tickets.ts';
import './organiser.css';

/** An event's poster: what is on the screen is the paper, and only the paper is printed. */
export const PosterScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams();
  const event = (): EventView | undefined => app.events().find(({ id }) => id === params['id']);
  return (
    <Switch>
      <Match when={app.who() === 'nobody' || app.who() === 'person'}>
        <Navigate href={JOIN} />
      </Match>
      <Match when={event()}>{(found) => <Poster event={found()} />}</Match>
      <Match when={isStaff(app)}>
        <Navigate href={ALL_EVENTS} />
      </Match>
    </Switch>
  );
};

const Poster = (props: { readonly event: EventView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [code] = createResource(
    () => props.event.id,
    (id) => drawTicket(app, id, true),
  );
  return (
    <main class="poster-page">
      <div class="poster-tools">
        <Press class="plain-button" href={eventAddress(props.event.id)} say="staff.back">
          <Glyph of={GLYPHS['arrow-left']} class="forward" />
          {words.t('staff.back')}
        </Press>
        <p class="poster-how">{words.t('staff.poster.how')}</p>
        <Press class="plain-button plain-button-ink" say="staff.print" disabled={!code()} primary onPress={() => window.print()}>
          <Glyph of={GLYPHS.printer} />
          {words.t('staff.print')}
        </Press>
      </div>
      <Show when={code() !== null} fallback={<h1 class="staff-title">{words.t('staff.no-code')}</h1>}>
        <Paper event={props.event} code={code() ?? undefined} />
      </Show>
    </main>
  );
};

const Paper = (props: { readonly event: EventView; readonly code: string | undefined }): JSX.Element => {
  const words = useWords();
  return (
    <article class="poster" style={{ '--deep': HUES[props.event.draw.hue].deep }}>
      <header class="poster-head">
        <div class="poster-badge">
          <Badge draw={props.event.draw} />
        </div>
        <div class="poster-what">
          <h1 class="poster-title">{props.event.title}</h1>
          <EventFacts event={props.event} />
        </div>
      </header>
      <div class="poster-code" role="img" aria-label={words.t('staff.scan')}>
        <Show when={props.code}>{(svg) => <Drawing svg={svg()} />}</Show>
      </div>
      <How event={props.event} />
      <footer class="poster-foot">
        <span>{props.event.structure}</span>
        <span>{words.t('staff.scan')}</span>
      </footer>
    </article>
  );
};

/** Three pictures in a row tell how: aim, take, it is yours. */
const How = (props: { readonly event: EventView }): JSX.Element => {
  const words = useWords();
  const steps = [
    { art: () => <Picture of="scan-poster" />, key: 'staff.step-scan' },
    { art: () => <Picture of="take-badge" />, key: 'staff.step-take' },
    { art: () => <Badge draw={props.event.draw} />, key: 'staff.your-badge' },
  ] as const;
  return (
    <ol class="poster-steps">
      <For each={steps}>
        {(step, i) => (
          <li class="poster-step">
            <Show when={i() > 0}>
              <Glyph of={GLYPHS['arrow-right']} class="poster-arrow forward" />
            </Show>
            <span class="poster-step-art">{step.art()}</span>
            <span class="poster-step-words">{words.t(step.key)}</span>
          </li>
        )}
      </For>
    </ol>
  );
};
