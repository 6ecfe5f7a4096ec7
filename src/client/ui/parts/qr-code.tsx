import { type JSX, Show } from 'solid-js';
import { Drawing } from './drawing.tsx';

/** A QR code on white with its quiet zone; a blank of the same size while it is being drawn. */
export const QrCode = (props: { readonly svg: string | undefined; readonly name: string }): JSX.Element => (
  <span class="qr" role="img" aria-label={props.name} data-say="say.qr">
    <Show when={props.svg}>{(svg) => <Drawing svg={svg()} class="qr-drawing" />}</Show>
  </span>
);
