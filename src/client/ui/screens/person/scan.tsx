import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import type { Key } from '#i18n/words';
import { type CameraState, type Scanning, useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Said, Title } from '../../parts/say-text.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words.tsx';

// How long the camera looks in vain before it says how to help: first nearer, then still, and again.
const TIP_MS = 4_000;

/** The camera aimed at a poster. A text that is found goes to the claim screen, whatever it is. */
export const ScanScreen = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [state, setState] = createSignal<CameraState>('starting');
  const found = (text: string): void => navigate('/e', { state: { text } });
  return (
    <Switch>
      <Match when={state() === 'refused' || state() === 'missing'}>
        <NoCamera onText={found} />
      </Match>
      <Match when={true}>
        <Screen say={['scan.title']} start={{ back: '/' }} homeless={app.who() === 'nobody'}>
          <Finder state={state()} onState={setState} onText={found} />
        </Screen>
      </Match>
    </Switch>
  );
};

interface FinderProps {
  readonly state: CameraState;
  readonly onState: (state: CameraState) => void;
  readonly onText: (text: string) => void;
}

const Finder = (props: FinderProps): JSX.Element => {
  const app = useApp();
  const t = useWords();
  const [round, setRound] = createSignal(0);
  const [torch, setTorch] = createSignal<Scanning['torch']>(null);
  const [lit, setLit] = createSignal(false);
  let view: HTMLDivElement | undefined;
  onMount(() => {
    if (!view) return;
    const scanning = app.scan(view, {
      text: (text) => props.onText(text),
      state: (state) => {
        props.onState(state);
        setTorch(() => scanning.torch);
      },
    });
    const timer = setInterval(() => setRound((now) => now + 1), TIP_MS);
    onCleanup(() => {
      clearInterval(timer);
      scanning.stop();
    });
  });
  const light = (): void => {
    setLit(!lit());
    torch()?.(lit());
  };
  return (
    <>
      <div class="finder grow" data-state={props.state}>
        <div class="finder-view" ref={view} />
        <Corners />
        <Show when={torch()}>
          <button type="button" class="round finder-torch" data-say="scan.torch" aria-label={t('scan.torch')} aria-pressed={lit()} onClick={light}>
            <Glyph name="lightning" />
          </button>
        </Show>
      </div>
      <Tip of={tipOf(props.state, round())} />
      <PhotoButton onText={props.onText} />
    </>
  );
};

type TipName = 'title' | 'starting' | 'too-dark' | 'come-nearer' | 'hold-still';

const tipOf = (state: CameraState, round: number): TipName => {
  if (state === 'starting' || state === 'too-dark') return state;
  if (round === 0) return 'title';
  return round % 2 === 1 ? 'come-nearer' : 'hold-still';
};

const TIP_PICTURE = { title: 'scan-poster', starting: 'scan-poster', 'too-dark': 'too-dark', 'come-nearer': 'come-nearer', 'hold-still': 'hold-still' } as const;

const Tip = (props: { readonly of: TipName }): JSX.Element => {
  const t = useWords();
  const say = (): Key => `scan.${props.of}`;
  return (
    <h1 class="finder-tip" data-say={say()} aria-live="polite">
      <Picture name={TIP_PICTURE[props.of]} />
      <span>{t(say())}</span>
    </h1>
  );
};

const Corners = (): JSX.Element => (
  <div class="finder-corners" aria-hidden="true">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" fill="none" stroke="currentColor" stroke-width="6" stroke-linecap="round">
      <path vector-effect="non-scaling-stroke" d="M2 18V2H18M82 2H98V18M98 82V98H82M18 98H2V82" />
    </svg>
  </div>
);

const NoCamera = (props: { readonly onText: (text: string) => void }): JSX.Element => (
  <Screen say={['scan.no-camera.title', 'scan.no-camera.say']} start={{ back: '/' }}>
    <div class="claim-art grow">
      <Picture name="no-camera" />
    </div>
    <Title say="scan.no-camera.title" />
    <Said say="scan.no-camera.say" />
    <PhotoButton strong onText={props.onText} />
  </Screen>
);

/** Where the camera cannot be shown live: a photo or a picture file with the code in it. */
const PhotoButton = (props: { readonly onText: (text: string) => void; readonly strong?: boolean }): JSX.Element => {
  const app = useApp();
  const t = useWords();
  let input: HTMLInputElement | undefined;
  const read = async (): Promise<void> => {
    const file = input?.files?.[0];
    const text = file ? await app.scanFile(file) : null;
    props.onText(text ?? '');
  };
  return (
    <button
      type="button"
      class="big"
      classList={{ 'big-ink': props.strong ?? false }}
      data-say="scan.photo"
      data-primary
      onClick={() => input?.click()}
    >
      <Glyph name="camera" />
      <span>{t('scan.photo')}</span>
      <input ref={input} class="photo-file" type="file" accept="image/*" capture="environment" tabindex={-1} aria-hidden="true" onChange={() => void read()} />
    </button>
  );
};
