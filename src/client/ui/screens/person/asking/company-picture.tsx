import { type JSX, Match, Switch } from 'solid-js';
import { INK } from '#artwork/hues';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import type { With } from '#domain/reflection';

/** Who is there while I answer: I · I and somebody who helps · I and one like me · I and somebody who says it in my language. */
export const CompanyPicture = (props: { readonly of: With; readonly figure: string }): JSX.Element => (
  <svg class="picture company-picture" viewBox="0 0 128 128" aria-hidden="true">
    <Switch fallback={<Figure of={props.figure} x={14} y={14} size={100} />}>
      <Match when={props.of === 'advisor'}>
        <Figure of="headset-person" x={52} y={26} size={76} />
        <Figure of={props.figure} x={0} y={26} size={80} />
      </Match>
      <Match when={props.of === 'peer'}>
        <Figure of={other(props.figure, 'figure-05', 'figure-08')} x={62} y={34} size={66} />
        <Figure of={other(props.figure, 'figure-02', 'figure-03')} x={0} y={34} size={66} />
        <Figure of={props.figure} x={24} y={20} size={80} />
      </Match>
      <Match when={props.of === 'interpreter'}>
        <Figure of={props.figure} x={0} y={62} size={64} />
        <Figure of={other(props.figure, 'figure-11', 'figure-08')} x={64} y={62} size={64} />
        <path
          d="M8 8h42a8 8 0 0 1 8 8v26a8 8 0 0 1-8 8H34L22 62V50H8a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8z"
          fill="#fff"
          stroke={INK}
          stroke-width="4"
          transform="translate(3 0)"
        />
        <path
          d="M78 8h42a8 8 0 0 1 8 8v26a8 8 0 0 1-8 8h-14v12L94 50H78a8 8 0 0 1-8-8V16a8 8 0 0 1 8-8z"
          fill={INK}
          stroke={INK}
          stroke-width="4"
          transform="translate(-3 0)"
        />
        <path d="M14 24h34M14 36h22" stroke={INK} stroke-width="5" stroke-linecap="round" />
        <path d="M78 24h34M90 36h22" stroke="#fff" stroke-width="5" stroke-linecap="round" />
      </Match>
    </Switch>
  </svg>
);

const other = (mine: string, first: PictureName, second: PictureName): PictureName => (mine === first ? second : first);

const Figure = (props: { readonly of: string; readonly x: number; readonly y: number; readonly size: number }): JSX.Element => (
  <image href={pictureHref(props.of as PictureName)} x={props.x} y={props.y} width={props.size} height={props.size} />
);
