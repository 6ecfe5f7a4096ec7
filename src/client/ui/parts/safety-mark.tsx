import type { JSX } from 'solid-js';
import type { Safety } from '#client/views/badge-view';
import { Picture } from './picture.tsx';

/** Where a thing is; without a name its words stand beside it: a phone with a clock (kept here), one tick (on its way), two ticks beside the structure (arrived). */
export const SafetyMark = (props: { readonly safety: Safety; readonly name: string; readonly class?: string }): JSX.Element => (
  <span
    class={`safety ${props.class ?? ''}`}
    role={props.name ? 'img' : undefined}
    aria-label={props.name || undefined}
    aria-hidden={props.name ? undefined : 'true'}
    data-say={`label.${props.safety}`}
    data-safety={props.safety}
  >
    <Picture of={props.safety} />
  </span>
);
