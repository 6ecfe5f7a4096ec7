import type { JSX } from 'solid-js';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';

/** How many, plainly; for staff and the room, never with faces. */
export const Counter = (props: { readonly count: number; readonly label: string }): JSX.Element => (
  <p class="counter" aria-live="polite">
    <Glyph of={GLYPHS.people} />
    <strong class="counter-number">{props.count}</strong>
    <span class="counter-label">{props.label}</span>
  </p>
);
