import { For, type JSX, Show } from 'solid-js';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';

interface PhoneSceneProps {
  readonly of: 'mine' | 'shared';
  /** Hers. */
  readonly figure: string;
}

const OTHERS = ['figure-22', 'figure-12'] as const;

/** A phone with one face on it, or with three people around it. */
export const PhoneScene = (props: PhoneSceneProps): JSX.Element => (
  <svg class="picture" viewBox="0 0 160 128" aria-hidden="true">
    <rect x="52" y="4" width="56" height="104" rx="11" fill="#37474f" />
    <path d="M58 14h44v80H58z" fill="#fff" />
    <path d="M73 100h14v3H73z" fill="#fff" />
    <Show
      when={props.of === 'mine'}
      fallback={
        <>
          <Figure of={props.figure} x={50} y={52} />
          <For each={OTHERS}>{(figure, i) => <Figure of={figure} x={i() * 100} y={52} />}</For>
        </>
      }
    >
      <Figure of={props.figure} x={50} y={24} />
    </Show>
  </svg>
);

const Figure = (props: { readonly of: string; readonly x: number; readonly y: number }): JSX.Element => (
  <image href={pictureHref(props.of as PictureName)} x={props.x} y={props.y} width="60" height="60" />
);
