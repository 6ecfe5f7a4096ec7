import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { ALL_EVENTS, posterAddress } from './addresses.ts';

/** The organiser's own buttons, small beside what the room looks at. On a full screen only the way out of it remains. */
export const EventTools = (props: { readonly event: string; readonly poster: boolean }): JSX.Element => {
  const words = useWords();
  const [full, setFull] = createSignal(document.fullscreenElement !== null);
  const look = (): void => void setFull(document.fullscreenElement !== null);
  onMount(() => document.addEventListener('fullscreenchange', look));
  onCleanup(() => document.removeEventListener('fullscreenchange', look));
  // A browser may refuse (an embedded page, a policy): the page is then as large as its window.
  const toggle = (): void =>
    void (full() ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return (
    <nav class="tools" aria-label={words.t('staff.events')}>
      <Show when={!full()}>
        <Press class="tool" href={ALL_EVENTS} say="staff.events">
          <Glyph of={GLYPHS.list} />
          <span>{words.t('staff.events')}</span>
        </Press>
        <Show when={props.poster}>
          <Press class="tool" href={posterAddress(props.event)} say="staff.poster">
            <Glyph of={GLYPHS.printer} />
            <span>{words.t('staff.poster')}</span>
          </Press>
        </Show>
      </Show>
      <Show when={document.fullscreenEnabled}>
        <Press class="tool tool-full" say={full() ? 'staff.leave-full-screen' : 'staff.full-screen'} onPress={toggle}>
          <Glyph of={full() ? GLYPHS.x : GLYPHS.projector} />
          <span>{words.t(full() ? 'staff.leave-full-screen' : 'staff.full-screen')}</span>
        </Press>
      </Show>
    </nav>
  );
};
