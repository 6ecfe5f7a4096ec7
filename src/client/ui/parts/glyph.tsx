import { createEffect, type JSX } from 'solid-js';

/** One of the house's own glyphs (`glyphs.gen.ts`), the size of its text unless CSS says otherwise. Silent: what it stands in has the name. */
export const Glyph = (props: { readonly of: string; readonly class?: string }): JSX.Element => {
  const put = (svg: SVGSVGElement): void =>
    createEffect(() => {
      svg.innerHTML = props.of;
    });
  return <svg ref={put} class={`glyph ${props.class ?? ''}`} viewBox="0 0 256 256" aria-hidden="true" />;
};
