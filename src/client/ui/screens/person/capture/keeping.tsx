import { createSignal, type JSX, Match, Switch, untrack } from 'solid-js';
import type { Key } from '#i18n/fr';
import { useApp } from '../../../app.ts';
import type { CaptureProblem, Faces, TakeView } from '../../../app-capture.ts';
import { PersonScreen } from '../person-screen.tsx';
import { BlurPhoto } from './blur-photo.tsx';
import { CaptureProblemView, saidOf } from './problem.tsx';
import { AskFaces, Review } from './review.tsx';

type Step = 'review' | 'faces' | 'blur';

interface KeepingProps {
  readonly take: TakeView;
  readonly title: Key;
  readonly line?: Key;
  readonly other: 'again' | 'drop';
  /** It was dropped. */
  readonly onDropped: () => void;
  readonly onKept: (evidence: string) => void;
  /** Left before anything was decided. */
  readonly onLeave: () => void;
}

/** From something just made to something kept: is it well, and can somebody be seen on it? */
export const Keeping = (props: KeepingProps): JSX.Element => {
  const app = useApp();
  const [take, setTake] = createSignal(untrack(() => props.take));
  const [step, setStep] = createSignal<Step>('review');
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<CaptureProblem>();
  const hasFaces = (): boolean => take().kind === 'photo' || take().kind === 'video';
  const keep = async (faces: Faces): Promise<void> => {
    setBusy(true);
    const kept = await app.keepShown(take(), faces);
    setBusy(false);
    if (typeof kept === 'string') setProblem(kept);
    else props.onKept(kept.evidence);
  };
  const drop = async (): Promise<void> => {
    setBusy(true);
    await app.dropTake(take());
    props.onDropped();
  };
  const back = (): void => {
    if (step() === 'blur') setStep('faces');
    else if (step() === 'faces') setStep('review');
    else {
      app.putAside(take());
      props.onLeave();
    }
  };
  const say = (): readonly string[] => {
    const failed = problem();
    if (failed) return [saidOf(failed, 'camera').title, saidOf(failed, 'camera').line];
    if (step() === 'faces')
      return ['title.faces', 'label.nobody-seen', ...(take().kind === 'photo' ? ['label.blur'] : []), 'label.they-agree'];
    if (step() === 'blur') return ['title.blur', 'line.blur'];
    return [props.title, ...(props.line ? [props.line] : []), `label.${props.other}`, 'label.keep'];
  };
  return (
    <PersonScreen name={`capture-${step()}`} back={back} say={say()}>
      <Switch
        fallback={
          <Review
            take={take()}
            title={props.title}
            line={props.line}
            other={props.other}
            busy={busy()}
            onOther={() => void drop()}
            onKeep={() => (hasFaces() ? setStep('faces') : void keep('none'))}
          />
        }
      >
        <Match when={problem()}>{(why) => <CaptureProblemView problem={why()} of="camera" onAgain={() => setProblem(undefined)} />}</Match>
        <Match when={step() === 'faces'}>
          <AskFaces take={take()} busy={busy()} onFaces={(faces) => void keep(faces)} onBlur={() => setStep('blur')} />
        </Match>
        <Match when={step() === 'blur'}>
          <BlurPhoto take={take()} onBlurred={setTake} onDone={(blurred) => (blurred ? void keep('blurred') : setStep('faces'))} />
        </Match>
      </Switch>
    </PersonScreen>
  );
};
