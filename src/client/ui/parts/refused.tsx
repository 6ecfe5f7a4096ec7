import { children, For, type JSX, Show } from 'solid-js';
import { Heading } from './heading.tsx';
import { Scene, type SceneOf } from './scene.tsx';

interface RefusedProps {
  readonly scene: SceneOf;
  readonly sign?: string | undefined;
  readonly title: string;
  readonly line: string;
  readonly say: string;
  readonly lineSay: string;
  /** Further lines: one sentence each. */
  readonly also?: readonly { readonly line: string; readonly say: string }[];
  /** The one way on, where there is one. */
  readonly children?: JSX.Element;
}

/** Something cannot be done now: a picture of why, what to do next, and one way on. Never a code, never a dead end. */
export const Refused = (props: RefusedProps): JSX.Element => {
  const way = children(() => props.children);
  return (
    <section class="refused" aria-live="polite">
      <Scene of={props.scene} sign={props.sign} class="fill" say={props.say} />
      <Heading title={props.title} say={props.say} line={props.line} lineSay={props.lineSay}>
        <For each={props.also}>
          {(more) => (
            <p class="line" data-say={more.say}>
              {more.line}
            </p>
          )}
        </For>
      </Heading>
      <Show when={way()}>
        <div class="actions">{way()}</div>
      </Show>
    </section>
  );
};
