import type { JSX } from 'solid-js';
import { Press, type PressProps } from './press.tsx';

/** A white card with a picture and, under it, a short label (ux.md 24: beside a picture it would overflow). */
export const Tile = (props: PressProps & { readonly label: string; readonly children: JSX.Element }): JSX.Element => (
  <Press {...props} class={`tile ${props.class ?? ''}`}>
    <span class="tile-picture">{props.children}</span>
    <span class="tile-label">{props.label}</span>
  </Press>
);
