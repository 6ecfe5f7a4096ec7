import { For, type JSX, Show } from 'solid-js';
import type { ItemView } from '#client/views/asking-view';
import { useApp } from '../../../app.ts';
import type { Asking } from '../../../app-asking.ts';
import { ChoiceScene } from '../../../parts/choice-scene.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { heardWhenAloud } from './heard-when-aloud.ts';

interface ChoicesProps {
  readonly asking: Asking;
  readonly item: ItemView;
  /** Nothing is chosen yet: choosing is what this screen is for. */
  readonly primary: boolean;
}

/** Up to four pictures to choose from, each with its word; where the order is the answer, dots tell which came first. */
export const Choices = (props: ChoicesProps): JSX.Element => {
  const app = useApp();
  const chosen = () => props.asking.now().answers[props.item.id]?.chosen ?? [];
  const isOrder = () => props.item.question.kind === 'order';
  return (
    // biome-ignore lint/a11y/useSemanticElements: pictures to touch, not a form
    <div
      class={`choices choices-${props.item.choices.length}`}
      role="group"
      aria-label={props.item.ask}
      data-primary={props.primary ? '' : undefined}
    >
      <For each={props.item.choices}>
        {(choice) => (
          <Tile
            class={`choice ${isOrder() ? 'choice-in-order' : ''}`}
            label={choice.label}
            say={choice.say}
            pressed={chosen().includes(choice.picture)}
            onPress={() => {
              props.asking.touch(props.item.id, choice.picture);
              heardWhenAloud(app, choice.say);
            }}
          >
            <ChoiceScene of={choice.picture} figure={app.me()?.figure ?? 'figure-13'} mark={app.me()?.mark ?? 'drop'} />
            <Show when={isOrder() && chosen().includes(choice.picture)}>
              <span class="choice-turn" aria-hidden="true">
                <For each={Array.from({ length: chosen().indexOf(choice.picture) + 1 })}>{() => <span class="choice-dot" />}</For>
              </span>
            </Show>
          </Tile>
        )}
      </For>
    </div>
  );
};
