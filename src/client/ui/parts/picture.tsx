import type { JSX } from 'solid-js';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import { FIRST } from './first-pictures.gen.ts';

/** A picture of the product. It takes the room it is given and never more; what it stands in has the name. */
export const Picture = (props: { readonly of: PictureName; readonly class?: string; readonly say?: string }): JSX.Element => (
  <img
    class={`picture ${props.class ?? ''}`}
    src={FIRST[props.of] ?? pictureHref(props.of)}
    alt=""
    width="128"
    height="128"
    decoding="async"
    draggable="false"
    data-say={props.say}
  />
);
