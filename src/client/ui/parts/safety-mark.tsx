import { type JSX, Show } from 'solid-js';
import type { Safety } from '#client/views/badge-view';
import { Picture } from './picture.tsx';

/**
 * Where a thing is: a phone with a clock (kept here), one tick (on its way), two ticks beside the structure (arrived).
 * Without a name its words stand beside it.
 */
export const SafetyMark = (props: { readonly safety: Safety; readonly name: string; readonly class?: string }): JSX.Element => (
  <span class={`safety ${props.class ?? ''}`} data-say={`label.${props.safety}`} data-safety={props.safety}>
    <Picture of={props.safety} />
    <Show when={props.name}>
      <span class="only-heard">{props.name}</span>
    </Show>
  </span>
);
