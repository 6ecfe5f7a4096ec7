import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { type CameraState, type Scanning, useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';

interface BadgeScannerProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
  /** How many of the badge's codes were read so far. */
  readonly progress: { readonly have: number; readonly of: number } | undefined;
}

/** The camera, for a badge shown as one code or as several in turn. */
export const BadgeScanner = (props: BadgeScannerProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CameraState>('starting');
  let scanning: Scanning | undefined;
  // Once it stands in the page: a camera asks for its size.
  const look = (view: HTMLElement): void => {
    onMount(() => {
      scanning = app.scan(view, { text: (text) => props.onText(text), state: setState });
    });
  };
  onCleanup(() => scanning?.stop());
  onCleanup(app.keepAwake());
  return (
    <div class="public-card badge-scanner">
      <Switch
        fallback={
          <>
            <h1 class="only-heard">{words.t('check.title')}</h1>
            <div class="badge-view" ref={look} />
          </>
        }
      >
        <Match when={state() === 'refused' || state() === 'missing'}>
          <div class="public-alone">
            <Picture of="no-camera" />
            <h1 class="public-title">{words.t('title.no-camera')}</h1>
          </div>
        </Match>
      </Switch>
      <p class="public-line" role="status">
        <Show when={props.progress} fallback={words.t('title.scan')}>
          {(progress) => words.t('check.more', { have: progress().have, of: progress().of })}
        </Show>
      </p>
      <Press class="public-button" say="label.back" onPress={() => props.onClose()}>
        <Glyph of={GLYPHS['arrow-left']} class="forward" />
        {words.t('label.back')}
      </Press>
    </div>
  );
};
