import { type JSX, Show } from 'solid-js';
import type { EventView } from '#client/views/events-view';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { daysOf } from './event-time.ts';

/** When and where. `today`: what to say of an event that lasts for months. */
export const EventFacts = (props: { readonly event: EventView; readonly today?: string }): JSX.Element => {
  const words = useWords();
  return (
    <span class="event-facts">
      <Show when={daysOf(props.event, words.locale) ?? props.today}>
        {(days) => (
          <span class="event-fact">
            <Glyph of={GLYPHS.calendar} />
            {days()}
          </span>
        )}
      </Show>
      <Show when={props.event.place}>
        {(place) => (
          <span class="event-fact">
            <Glyph of={GLYPHS.place} />
            {place()}
          </span>
        )}
      </Show>
    </span>
  );
};
