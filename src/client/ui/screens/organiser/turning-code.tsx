import { createEffect, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Drawing } from '../../parts/drawing.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { turnTickets } from './turn-tickets.ts';

interface Layer {
  readonly svg: string;
}

/**
 * The event's code, as large as its place, new at each step. The new code comes up over the old one, which stays until it is covered:
 * there is always a whole code to aim at. One quiet half-turn of the mark says that it changed.
 */
export const TurningCode = (props: { readonly event: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [layers, setLayers] = createSignal<readonly Layer[]>([]);
  const [turns, setTurns] = createSignal(0);
  const [mute, setMute] = createSignal(false);
  const told = (svg: string | null): void => {
    setMute(svg === null);
    if (svg === null || layers().at(-1)?.svg === svg) return;
    setTurns((n) => n + (layers().length > 0 ? 1 : 0));
    setLayers((before) => [...before.slice(-1), { svg }]);
  };
  createEffect(() => onCleanup(turnTickets(app, props.event, told)));
  return (
    <Show when={!mute()} fallback={<NoCode />}>
      <div class="turning">
        <div class="turning-code" role="img" aria-label={words.t('staff.scan')}>
          <For each={layers()}>
            {(layer, i) => (
              <div
                class="turning-layer"
                classList={{ 'turning-arrives': i() > 0 }}
                onAnimationEnd={() => setLayers((all) => all.slice(-1))}
              >
                <Drawing svg={layer.svg} />
              </div>
            )}
          </For>
        </div>
        <p class="turning-mark">
          <span class="turning-glyph" style={{ transform: `rotate(${turns() * 180}deg)` }}>
            <Glyph of={GLYPHS.refresh} />
          </span>
          {words.t('staff.code-changes')}
        </p>
      </div>
    </Show>
  );
};

const NoCode = (): JSX.Element => {
  const words = useWords();
  return (
    <div class="instead" role="status">
      <Glyph of={GLYPHS.warning} />
      <p class="instead-line">{words.t('staff.no-code')}</p>
    </div>
  );
};
