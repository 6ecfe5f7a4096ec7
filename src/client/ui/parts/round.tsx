import type { JSX } from 'solid-js';
import { Press, type PressProps } from './press.tsx';

/** A fixed round button of the bars, 64 px, always in the same place. Its name is spoken, not written. */
export const Round = (props: PressProps & { readonly name: string; readonly children: JSX.Element }): JSX.Element => (
  <Press {...props} class={`round ${props.class ?? ''}`}>
    {props.children}
  </Press>
);
