import { For, type JSX, Show } from 'solid-js';
import { CODE_PICTURES } from '#artwork/code-pictures';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Picture } from './picture.tsx';
import { Press } from './press.tsx';

/** How many pictures a code has (protocol/entry; repeats allowed). */
export const CODE_LENGTH = 4;

interface PictureCodeProps {
  /** The order of this person's grid: the same each time for her, another for her neighbour (nobody learns a code over a shoulder). */
  readonly order: readonly number[];
  readonly chosen: readonly number[];
  readonly onChosen: (chosen: readonly number[]) => void;
  /** While choosing one sees what one chose; when entering, a filled slot tells nothing to a neighbour. */
  readonly shown: boolean;
  readonly names: { readonly slot: (n: number) => string; readonly picture: (n: number) => string; readonly erase: string };
}

/** Twelve pictures and four slots. Touching the row of slots takes the last picture back. */
export const PictureCode = (props: PictureCodeProps): JSX.Element => {
  const choose = (index: number): void => {
    if (props.chosen.length < CODE_LENGTH) props.onChosen([...props.chosen, index]);
  };
  return (
    <div class="code">
      <Press
        class="code-slots"
        say="say.slot"
        name={`${props.names.slot(props.chosen.length)}. ${props.names.erase}`}
        onPress={() => props.onChosen(props.chosen.slice(0, -1))}
      >
        <For each={Array.from({ length: CODE_LENGTH }, (_, i) => i)}>
          {(i) => (
            <span class="code-slot" classList={{ 'code-slot-full': i < props.chosen.length, 'code-slot-here': i === props.chosen.length }}>
              <Show
                when={props.chosen[i] !== undefined && props.shown}
                fallback={
                  <Show when={i < props.chosen.length}>
                    <Glyph of={GLYPHS.tick} />
                  </Show>
                }
              >
                <Picture of={CODE_PICTURES[props.chosen[i] ?? 0] ?? CODE_PICTURES[0]} />
              </Show>
            </span>
          )}
        </For>
        <span class="code-erase" classList={{ 'code-erase-idle': props.chosen.length === 0 }}>
          <Glyph of={GLYPHS.again} />
        </span>
      </Press>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser this runs on */}
      <div class="code-grid" role="group" aria-label={props.names.slot(props.chosen.length)} data-primary="">
        <For each={props.order}>
          {(index) => (
            <Press class="code-key" say="say.code-picture" name={props.names.picture(index)} onPress={() => choose(index)}>
              <Picture of={CODE_PICTURES[index] ?? CODE_PICTURES[0]} />
            </Press>
          )}
        </For>
      </div>
    </div>
  );
};
