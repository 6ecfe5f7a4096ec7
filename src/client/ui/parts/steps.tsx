import { For, type JSX } from 'solid-js';

/** Where one is in a short row of steps: filled, here, to come. Dots mean steps and nothing else. */
export const Steps = (props: { readonly of: number; readonly at: number; readonly name: string }): JSX.Element => (
  <span class="steps" role="img" aria-label={props.name} data-say="say.step">
    <For each={Array.from({ length: props.of }, (_, i) => i)}>
      {(i) => <span class="step" classList={{ 'step-done': i < props.at, 'step-here': i === props.at }} />}
    </For>
  </span>
);
