import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Press, type PressProps } from './press.tsx';

const ROUND = 2 * Math.PI * 46;

const STEP_MS = 200;

/** A big round button that records: a ring around it fills as the time goes. */
export const RecordRing = (
  props: PressProps & {
    readonly name: string;
    /** Milliseconds in which the ring fills, from when `recording` begins. */
    readonly most: number;
    readonly recording: boolean;
    readonly glyph: string;
  },
): JSX.Element => {
  const [share, setShare] = createSignal(0);
  createEffect(() => {
    setShare(0);
    if (!props.recording) return;
    const [begun, most] = [performance.now(), props.most];
    const timer = setInterval(() => setShare(Math.min(1, (performance.now() - begun) / most)), STEP_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <Press {...props} class={`record-ring ${props.recording ? 'record-ring-on' : ''} ${props.class ?? ''}`}>
      <svg class="record-ring-round" viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="46" class="record-ring-track" />
        <circle
          cx="50"
          cy="50"
          r="46"
          class="record-ring-gone"
          stroke-dasharray={`${share() * ROUND} ${ROUND}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <Show when={props.recording} fallback={<Glyph of={props.glyph} />}>
        <Glyph of={GLYPHS.stop} />
      </Show>
    </Press>
  );
};
