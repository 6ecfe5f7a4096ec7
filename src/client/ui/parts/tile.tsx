import { type JSX, Show } from 'solid-js';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Press, type PressProps } from './press.tsx';

/** A white card with a picture and, under it, a short label (ux.md 24: beside a picture it would overflow). What was chosen has a tick on the picture. */
export const Tile = (props: PressProps & { readonly label: string; readonly children: JSX.Element }): JSX.Element => (
  <Press {...props} class={`tile ${props.class ?? ''}`}>
    <span class="tile-picture">{props.children}</span>
    <span class="tile-label">{props.label}</span>
    <Show when={props.pressed}>
      <span class="tile-tick" aria-hidden="true">
        <Glyph of={GLYPHS.tick} />
      </span>
    </Show>
  </Press>
);
