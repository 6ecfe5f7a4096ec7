import { type JSX, Show } from 'solid-js';

/** What this screen is about, and one line below it as a second voice. */
export const Heading = (props: {
  readonly title: string;
  readonly line?: string | undefined;
  readonly say?: string;
  readonly lineSay?: string;
  /** Further lines. */
  readonly children?: JSX.Element;
}): JSX.Element => (
  <div class="heading">
    <h1 class="title" data-say={props.say}>
      {props.title}
    </h1>
    <Show when={props.line}>
      <p class="line" data-say={props.lineSay}>
        {props.line}
      </p>
    </Show>
    {props.children}
  </div>
);
