import { type JSX, Show } from 'solid-js';
import { HUES } from '#artwork/hues';
import { MARKS } from '#artwork/mark';
import type { PictureName } from '#artwork/picture-list';
import type { Safety } from '#client/views/badge-view';
import type { Mark } from '#domain/person';
import { Picture } from './picture.tsx';

interface FaceProps {
  readonly figure: string;
  readonly mark: Mark;
  /** Shown only while something waits. */
  readonly safety?: Safety;
  readonly say?: string;
  readonly class?: string;
}

/** A person's figure with the mark (shape and hue) that tells two people with the same figure apart. */
export const Face = (props: FaceProps): JSX.Element => (
  <span class={`face ${props.class ?? ''}`} data-say={props.say}>
    <Picture of={props.figure as PictureName} class="face-figure" />
    <svg class="face-mark" viewBox="-10 -10 52 52" aria-hidden="true">
      <circle cx="16" cy="16" r="24" fill="#fff" stroke={HUES[MARKS[props.mark].hue].main} stroke-width="3" />
      <path d={MARKS[props.mark].path} fill={HUES[MARKS[props.mark].hue].main} />
    </svg>
    <Show when={props.safety && props.safety !== 'arrived' ? props.safety : undefined}>
      {(safety) => (
        <span class="face-safety" data-safety={safety()}>
          <Picture of={safety()} />
        </span>
      )}
    </Show>
  </span>
);
