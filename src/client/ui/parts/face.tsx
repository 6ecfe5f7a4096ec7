import { type JSX, Show } from 'solid-js';
import type { PictureName } from '#artwork/picture-list';
import type { Mark } from '#domain/person';
import type { Safety } from '#client/views/badge-view';
import { Picture } from './picture.tsx';

const MARK_PATHS: { readonly [shape in Mark['shape']]: string } = {
  circle: 'M12 1a11 11 0 1 0 .1 0z',
  square: 'M3 3h18v18H3z',
  triangle: 'M12 1 23 21H1z',
  diamond: 'M12 0 24 12 12 24 0 12z',
};

interface FaceProps {
  readonly figure: string;
  readonly mark: Mark;
  /** Shown only while something waits. */
  readonly safety?: Safety;
  readonly class?: string;
}

/** A person's figure with the mark (shape and hue) that tells two people with the same figure apart. */
export const Face = (props: FaceProps): JSX.Element => (
  <span class={`face ${props.class ?? ''}`} data-hue={props.mark.hue}>
    <Picture of={props.figure as PictureName} class="face-figure" />
    <svg class="face-mark" viewBox="-3 -3 30 30" aria-hidden="true">
      <path d={MARK_PATHS[props.mark.shape]} />
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
