import { For, type JSX } from 'solid-js';
import type { ItemView } from '#client/views/asking-view';
import { isEnough } from '#domain/question';
import { useApp } from '../../../app.ts';
import type { Asking } from '../../../app-asking.ts';
import { ChoiceScene } from '../../../parts/choice-scene.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { heardWhenAloud } from './heard-when-aloud.ts';

interface WaysProps {
  readonly asking: Asking;
  readonly items: readonly ItemView[];
  readonly primary: boolean;
  readonly onWay: (kind: string) => void;
}

/** The ways to answer, as pictures: each is enough, and what was shown already has its tick. */
export const Ways = (props: WaysProps): JSX.Element => {
  const app = useApp();
  const isDone = ({ id, question }: ItemView): boolean => isEnough(question, props.asking.now().answers[id]?.chosen ?? []);
  const press = ({ id, question, way }: ItemView): void => {
    // Shown live, there is nothing to make: the people beside me look.
    if (question.kind === 'gesture') {
      props.asking.touch(id, 'live');
      heardWhenAloud(app, way.say);
    } else props.onWay(question.kind);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: pictures to touch, not a form
    <div
      class={`choices choices-${props.items.length}`}
      role="group"
      aria-label={props.items[0]?.ask ?? ''}
      data-primary={props.primary ? '' : undefined}
    >
      <For each={props.items}>
        {(item) => (
          <Tile class="choice" label={item.way.label} say={item.way.say} pressed={isDone(item)} onPress={() => press(item)}>
            <ChoiceScene of={item.way.picture} figure={app.me()?.figure ?? 'figure-13'} mark={app.me()?.mark ?? 'drop'} />
          </Tile>
        )}
      </For>
    </div>
  );
};
