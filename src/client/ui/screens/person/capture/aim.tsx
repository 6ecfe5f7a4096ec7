import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { CaptureProblem, CaptureState, TakeView, Viewing } from '../../../app-capture.ts';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Picture } from '../../../parts/picture.tsx';
import { Press } from '../../../parts/press.tsx';
import { RecordRing } from '../../../parts/record-ring.tsx';
import { useWords } from '../../../words.tsx';
import { CaptureProblemView } from './problem.tsx';

/** A film lasts at most this long, in milliseconds. */
const FILM_MS = 30_000;

interface AimProps {
  readonly kind: 'photo' | 'video' | 'attestation';
  /** What must not be on it, in words. */
  readonly notToShow?: string | undefined;
  readonly onTake: (take: TakeView) => void;
}

export const AIM_SAY = { photo: 'title.aim-photo', video: 'line.film-first', attestation: 'title.aim-paper' } as const;

/** The live camera, and one white shutter. */
export const Aim = (props: AimProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CaptureState>('starting');
  const [turn, setTurn] = createSignal(0);
  const [busy, setBusy] = createSignal(false);
  onCleanup(app.keepAwake());
  const settle = (take: TakeView | CaptureProblem): void => {
    setBusy(false);
    if (typeof take === 'string') setState(take);
    else props.onTake(take);
  };
  const problem = (): CaptureProblem | undefined => {
    const now = state();
    return now === 'starting' || now === 'ready' || now === 'recording' || now === 'ended' ? undefined : now;
  };
  const fromFile = async (file: File): Promise<void> => {
    settle(await app.photoOf(file, props.kind === 'attestation' ? 'attestation' : 'photo'));
  };
  const again = (): void => {
    setState('starting');
    setTurn(turn() + 1);
  };
  return (
    <Show
      when={!problem()}
      fallback={
        <CaptureProblemView
          problem={problem() ?? 'missing'}
          of="camera"
          onAgain={again}
          onFile={props.kind === 'video' ? undefined : (file) => void fromFile(file)}
        />
      }
    >
      <Show when={turn() + 1} keyed>
        <h1 class="only-heard">{words.t(AIM_SAY[props.kind])}</h1>
        <Live {...props} state={state()} busy={busy()} onState={setState} onBusy={() => setBusy(true)} onSettled={settle} />
      </Show>
      <Show when={props.notToShow}>
        {(text) => (
          <p class="capture-not" data-say="line.photo-how">
            <Picture of="photo-face" />
            <span>{text()}</span>
          </p>
        )}
      </Show>
    </Show>
  );
};

interface LiveProps extends AimProps {
  readonly state: CaptureState;
  readonly busy: boolean;
  readonly onState: (state: CaptureState) => void;
  readonly onBusy: () => void;
  readonly onSettled: (take: TakeView | CaptureProblem) => void;
}

const Live = (props: LiveProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [torch, setTorch] = createSignal(false);
  let viewing: Viewing | undefined;
  const end = async (): Promise<void> => {
    props.onBusy();
    props.onSettled((await viewing?.end()) ?? 'missing');
  };
  const tell = (state: CaptureState): void => {
    props.onState(state);
    if (state === 'ended') void end();
  };
  const look = (view: HTMLElement): void => {
    onMount(() => {
      viewing = app.viewfinder(view, props.kind, tell);
    });
  };
  onCleanup(() => viewing?.stop());
  const shoot = async (): Promise<void> => {
    props.onBusy();
    props.onSettled((await viewing?.shoot()) ?? 'missing');
  };
  const flip = (): void => {
    setTorch(!torch());
    viewing?.torch?.(torch());
  };
  const isReady = (): boolean => props.state === 'ready' && !props.busy;
  return (
    <div class={`viewfinder capture-${props.kind}`} data-say={AIM_SAY[props.kind]}>
      <div ref={look} class="viewfinder-camera" />
      <span class="viewfinder-corners" aria-hidden="true" />
      <Show when={props.kind !== 'attestation'}>
        <span class="capture-hands" data-say="title.photo-how">
          <Picture of="photo-hands" />
        </span>
      </Show>
      <Show
        when={props.kind === 'video'}
        fallback={
          <Press
            class="shutter"
            primary
            name={words.t('name.shutter')}
            say="label.photo"
            disabled={!isReady()}
            onPress={() => void shoot()}
          >
            <span class="shutter-inside" />
          </Press>
        }
      >
        <FilmShutter state={props.state} busy={props.busy} onBegin={() => viewing?.film(FILM_MS)} onEnd={() => void end()} />
      </Show>
      <Show when={props.state === 'ready' && viewing?.torch}>
        <Press class="viewfinder-torch" name={words.t('label.torch')} say="label.torch" pressed={torch()} onPress={flip}>
          <Glyph of={GLYPHS.lightning} />
        </Press>
      </Show>
    </div>
  );
};

const FilmShutter = (props: {
  readonly state: CaptureState;
  readonly busy: boolean;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}): JSX.Element => {
  const words = useWords();
  const isOn = (): boolean => props.state === 'recording';
  const label = () => (isOn() ? 'label.finish' : 'label.start-filming');
  return (
    <RecordRing
      class="film-shutter"
      primary
      name={words.t(label())}
      say={label()}
      most={FILM_MS}
      recording={isOn()}
      glyph={GLYPHS.video}
      disabled={props.busy || (props.state !== 'ready' && !isOn())}
      onPress={() => (isOn() ? props.onEnd() : props.onBegin())}
    />
  );
};
