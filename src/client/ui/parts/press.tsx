import { type JSX, Show } from 'solid-js';

/** Anything that can be pressed: a place to go (`href`) or something to do (`onPress`). */
export interface PressProps {
  readonly href?: string;
  readonly onPress?: () => void;
  /** Sound key. */
  readonly say: string;
  /** The one thing this screen is for. */
  readonly primary?: boolean;
  /** For a choice that stays chosen. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** Name for those who do not see it, where no text is inside. */
  readonly name?: string;
  readonly class?: string;
}

/** A link when it leads somewhere, a button when it does something. A plain link: the router follows it, and its own costs a cold start a third of its drawing. */
export const Press = (props: PressProps & { readonly children: JSX.Element }): JSX.Element => (
  <Show
    when={props.href}
    fallback={
      <button
        type="button"
        class={`press ${props.class ?? ''}`}
        onClick={() => props.onPress?.()}
        disabled={props.disabled ?? false}
        aria-pressed={props.pressed}
        aria-label={props.name}
        data-say={props.say}
        data-primary={props.primary ? '' : undefined}
      >
        {props.children}
      </button>
    }
  >
    {(href) => (
      <a
        class={`press ${props.class ?? ''}`}
        href={href()}
        aria-label={props.name}
        data-say={props.say}
        data-primary={props.primary ? '' : undefined}
      >
        {props.children}
      </a>
    )}
  </Show>
);
