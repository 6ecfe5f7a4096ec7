import { createEffect, type JSX } from 'solid-js';

const read = (svg: string): Node => document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);

/** An SVG document of our own making (a badge, a flower, a QR code), placed in the page so that CSS can move its parts. */
export const Drawing = (props: { readonly svg: string; readonly class?: string; readonly say?: string }): JSX.Element => {
  const put = (place: HTMLElement): void => createEffect(() => place.replaceChildren(read(props.svg)));
  return <span ref={put} class={`drawing ${props.class ?? ''}`} data-say={props.say} />;
};
