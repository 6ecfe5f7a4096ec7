import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import { badgeSvg, type Level } from '#artwork/badge';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import type { Ribbon } from '#artwork/ribbon';
import type { Draw } from '#domain/draw';
import { Drawing } from './drawing.tsx';

interface BadgeProps {
  readonly draw: Draw;
  /** 0 for a kind of badge without levels. */
  readonly level?: Level;
  readonly ribbon?: Ribbon;
  readonly state?: 'held' | 'to-win' | 'ended';
  /** It has just been taken: it lands, once. */
  readonly landing?: boolean;
  readonly caption?: boolean;
  readonly say?: string;
  readonly class?: string;
}

/** A badge, with its name under it when asked. When its ribbon closes before one's eyes, the two halves come together. */
export const Badge = (props: BadgeProps): JSX.Element => {
  const [closing, setClosing] = createSignal(false);
  createEffect(
    on(
      () => props.ribbon,
      (now, before) => setClosing(before === 'open' && now === 'closed'),
    ),
  );
  const svg = (): string =>
    badgeSvg({
      shape: props.draw.shape,
      hue: props.draw.hue,
      // A badge of tomorrow may name a picture this version lacks: the disc then stays plain, its name is below.
      picture: { href: pictureHref(props.draw.picture as PictureName) },
      ribbon: props.ribbon ?? 'none',
      state: props.state ?? 'held',
      title: props.draw.title,
      ...(props.level ? { level: props.level } : {}),
    });
  return (
    <span
      class={`badge-part ${props.class ?? ''}`}
      classList={{ 'badge-landing': props.landing ?? false, 'badge-closing': closing() }}
      data-say={props.say}
      aria-hidden={props.draw.title === '' ? 'true' : undefined}
    >
      <Drawing svg={svg()} />
      <Show when={props.caption}>
        <span class="badge-caption" dir="auto" aria-hidden="true">
          {props.draw.title}
        </span>
      </Show>
    </span>
  );
};
