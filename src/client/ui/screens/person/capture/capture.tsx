import { createSignal, type JSX, Match, Switch, untrack } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { TakeView } from '../../../app-capture.ts';
import { PersonScreen } from '../person-screen.tsx';
import { AIM_SAY, Aim } from './aim.tsx';
import { Keeping } from './keeping.tsx';
import { PhotoExamples } from './photo-examples.tsx';
import { Speak } from './speak.tsx';
import '../../../css/capture.css';

interface CaptureProps {
  readonly kind: 'photo' | 'video' | 'voice' | 'attestation';
  /** Two photos: before and after. */
  readonly pair?: boolean;
  /** What must not be on it, in words. */
  readonly notToShow?: string;
  /** The ids of what was kept, in order. */
  readonly onKept: (evidence: readonly string[]) => void;
  readonly onLeave: () => void;
}

/** A voice lasts at most this long, in milliseconds. */
const VOICE_MS = 60_000;

/** Kinds on which somebody could be seen. */
const SHOWS_PEOPLE: ReadonlySet<string> = new Set(['photo', 'video']);

/** Makes one thing to show, from the camera or the microphone to my things: a whole screen in each of its steps. */
export const Capture = (props: CaptureProps): JSX.Element => {
  const app = useApp();
  // What was left here undecided comes first.
  const left = untrack(() => (app.unfinished()?.kind === props.kind ? app.unfinished() : undefined));
  const [take, setTake] = createSignal<TakeView | undefined>(left);
  const [kept, setKept] = createSignal<readonly string[]>([]);
  const [examples, setExamples] = createSignal(untrack(() => SHOWS_PEOPLE.has(props.kind) && !app.knowsPhotos()));
  const keep = (evidence: string): void => {
    const all = [...kept(), evidence];
    setTake(undefined);
    setKept(all);
    if (!props.pair || all.length === 2) props.onKept(all);
  };
  const learned = (): void => {
    app.learnedPhotos();
    setExamples(false);
  };
  // Of a pair, the first stays kept when one leaves before the second.
  const leave = (): void => (kept().length > 0 ? props.onKept(kept()) : props.onLeave());
  const aiming = (): 'photo' | 'video' | 'attestation' => (props.kind === 'voice' ? 'photo' : props.kind);
  return (
    <Switch
      fallback={
        <PersonScreen
          name={`aim-${props.kind}`}
          back={leave}
          say={[AIM_SAY[aiming()], ...(props.kind === 'attestation' ? [] : ['title.photo-how'])]}
        >
          <Aim kind={aiming()} notToShow={props.notToShow} onTake={setTake} />
        </PersonScreen>
      }
    >
      <Match when={take()} keyed>
        {(made) => (
          <Keeping take={made} title="title.is-it-well" other="again" onDropped={() => setTake(undefined)} onKept={keep} onLeave={leave} />
        )}
      </Match>
      <Match when={props.kind === 'voice'}>
        <PersonScreen name="speak" back={leave} say={['title.speak', 'line.speak-first']}>
          <Speak mostMs={VOICE_MS} onTake={setTake} />
        </PersonScreen>
      </Match>
      <Match when={examples()}>
        <PersonScreen name="photo-examples" back={leave} say={['title.photo-how', 'line.photo-how']}>
          <PhotoExamples onSeen={learned} />
        </PersonScreen>
      </Match>
    </Switch>
  );
};
