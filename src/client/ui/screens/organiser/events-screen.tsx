import { A, Navigate, useSearchParams } from '@solidjs/router';
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { EventView } from '#client/views/events-view';
import { isStaff, useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { SEE } from '../advisor/addresses.ts';
import { COURIER } from '../courier/addresses.ts';
import { eventAddress, JOIN } from './addresses.ts';
import { EventFacts } from './event-facts.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import './organiser.css';

/** The structure's events; with exactly one open, straight to it. `?all`: the list was asked for. */
export const EventsScreen = (): JSX.Element => {
  const app = useApp();
  const [asked] = useSearchParams();
  const theOpenOne = (): EventView | undefined => {
    const open = app.events().filter((event) => event.state === 'open');
    return open.length === 1 && asked['all'] === undefined ? open[0] : undefined;
  };
  return (
    <Switch>
      <Match when={app.who() === 'nobody' || app.who() === 'person'}>
        <Navigate href={JOIN} />
      </Match>
      <Match when={theOpenOne()}>{(event) => <Navigate href={eventAddress(event().id)} />}</Match>
      <Match when={isStaff(app)}>
        <List />
      </Match>
    </Switch>
  );
};

const List = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <main class="staff">
      <h1 class="staff-title">{words.t('staff.events')}</h1>
      <Show when={app.who() === 'advisor'}>
        <A class="tool" href={SEE}>
          <Glyph of={GLYPHS['arrow-left']} class="forward" />
          {words.t('staff.see')}
        </A>
      </Show>
      <OfflineNotice />
      <Show when={app.events().length > 0} fallback={<NoEvents />}>
        <ul class="event-list">
          <For each={app.events()}>
            {(event) => (
              <li>
                <A href={eventAddress(event.id)} class={`event-card event-card-${event.state}`}>
                  <span class="event-card-badge">
                    <Badge draw={event.draw} />
                  </span>
                  <span class="event-card-text">
                    <span class={`chip chip-${event.state}`}>{words.t(`staff.${event.state}`)}</span>
                    <strong class="event-card-title">{event.title}</strong>
                    <EventFacts event={event} />
                  </span>
                  <span class="event-card-claims">
                    <strong>{event.claims}</strong> {words.t('staff.claims')}
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Press class="tool staff-way" say="staff.courier" href={COURIER}>
        <Glyph of={GLYPHS.phone} />
        <span>{words.t('staff.courier')}</span>
      </Press>
    </main>
  );
};

const NoEvents = (): JSX.Element => {
  const words = useWords();
  return (
    <div class="sheet">
      <Picture of="event" class="sheet-picture" />
      <h2 class="staff-title">{words.t('staff.no-events')}</h2>
      <p class="staff-line">{words.t('staff.no-events.why')}</p>
    </div>
  );
};
