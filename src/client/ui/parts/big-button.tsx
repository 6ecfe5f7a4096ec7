import { type JSX, Show } from 'solid-js';
import type { PictureName } from '#artwork/picture-list';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Picture } from './picture.tsx';
import { Press, type PressProps } from './press.tsx';

interface BigButtonProps extends PressProps {
  readonly label: string;
  /** `ink` goes on, `yes` takes or gives, `paper` is the other way. */
  readonly tone: 'ink' | 'yes' | 'paper';
  readonly glyph?: string;
  readonly picture?: PictureName;
  /** Picture over the label instead of beside it. */
  readonly tall?: boolean;
}

/** A wide button with a glyph or a picture and a short label. */
export const BigButton = (props: BigButtonProps): JSX.Element => (
  <Press {...props} class={`big-button big-button-${props.tone} ${props.tall ? 'big-button-tall' : ''} ${props.class ?? ''}`}>
    <Show when={props.picture}>{(name) => <Picture of={name()} />}</Show>
    <Show when={props.glyph}>{(glyph) => <Glyph of={glyph()} class={glyph() === GLYPHS['arrow-right'] ? 'forward' : ''} />}</Show>
    <span class="big-button-label">{props.label}</span>
  </Press>
);
