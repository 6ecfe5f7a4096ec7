import { For, type JSX, Show } from 'solid-js';
import type { AnswerFrame } from '#client/views/asking-view';
import type { Mark } from '#domain/person';
import { ChoiceScene } from './choice-scene.tsx';

interface AnswerStripProps {
  readonly frames: readonly AnswerFrame[];
  /** The frame that is being told. */
  readonly playing?: number | undefined;
  /** Whose answers they are: her own figure stands in the scenes. */
  readonly figure?: string;
  readonly mark?: Mark;
}

/** Answers as a comic strip: one frame a question, with what was chosen in it. */
export const AnswerStrip = (props: AnswerStripProps): JSX.Element => (
  <ol class={`strip strip-of-${Math.min(props.frames.length, 6)}`}>
    <For each={props.frames}>
      {(frame, i) => (
        <li class="strip-frame" classList={{ 'strip-told': props.playing === i() }} data-say={frame.say} data-item={frame.item}>
          <span class={`strip-pictures strip-pictures-${Math.min(frame.pictures.length, 4)}`}>
            <For each={frame.pictures}>
              {(one, n) => (
                <span class="strip-picture" data-say={one.say}>
                  <ChoiceScene of={one.picture} figure={props.figure ?? 'figure-13'} mark={props.mark ?? 'drop'} />
                  <Show when={frame.item.endsWith('-order')}>
                    <span class="strip-turn" aria-hidden="true">
                      <For each={Array.from({ length: n() + 1 })}>{() => <span class="choice-dot" />}</For>
                    </span>
                  </Show>
                </span>
              )}
            </For>
          </span>
          <span class="only-heard">
            {frame.question} {frame.pictures.map(({ label }) => label).join(' · ')}
          </span>
        </li>
      )}
    </For>
  </ol>
);
