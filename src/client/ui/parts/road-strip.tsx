import { For, type JSX } from 'solid-js';
import type { Mark } from '#domain/person';
import { Face } from './face.tsx';

interface RoadStripProps {
  readonly hue: string;
  readonly stops: readonly boolean[];
  /** Index of the next stop, where the figure stands; null at the end of the road. */
  readonly next: number | null;
  readonly figure: string;
  readonly mark: Mark;
}

const spot = (index: number, count: number): { readonly x: number; readonly y: number } => {
  const share = count > 1 ? index / (count - 1) : 0.5;
  return { x: 20 + share * 80, y: 56 - Math.sin(share * Math.PI * 1.6 + 0.3) * 9 };
};

/** A road seen from above: its stops, gained ones full, and my figure at the one where I am going. */
export const RoadStrip = (props: RoadStripProps): JSX.Element => {
  const spots = (): readonly { readonly x: number; readonly y: number }[] => props.stops.map((_, i) => spot(i, props.stops.length));
  const path = (): string =>
    spots()
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`)
      .join('');
  const here = (): { readonly x: number; readonly y: number } => spots()[props.next ?? props.stops.length - 1] ?? { x: 60, y: 56 };
  return (
    <span class="road-strip" data-hue={props.hue} aria-hidden="true">
      <svg viewBox="0 0 120 76" aria-hidden="true">
        <path class="road-way" d={path()} />
        <For each={spots()}>
          {(at, i) => (
            <circle
              class="road-stop"
              classList={{ 'road-stop-held': props.stops[i()] ?? false, 'road-stop-next': i() === props.next }}
              cx={at.x}
              cy={at.y}
              r={i() === props.next ? 9 : 7.5}
            />
          )}
        </For>
      </svg>
      <span class="road-me" style={{ left: `${(here().x / 120) * 100}%`, top: `${((here().y - 8) / 76) * 100}%` }}>
        <Face figure={props.figure} mark={props.mark} />
      </span>
    </span>
  );
};
