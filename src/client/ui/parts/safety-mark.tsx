import type { JSX } from 'solid-js';
import type { Safety } from '#client/views/badge-view';
import { Picture } from './picture.tsx';

/** Where a thing is: a phone with a clock (kept here), one tick (on its way), two ticks beside the structure (arrived). */
export const SafetyMark = (props: { readonly safety: Safety; readonly name: string; readonly class?: string }): JSX.Element => (
  <span
    class={`safety ${props.class ?? ''}`}
    role="img"
    aria-label={props.name}
    data-say={`label.${props.safety}`}
    data-safety={props.safety}
  >
    <Picture of={props.safety} />
  </span>
);
