import { createSignal, type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import type { CaptureProblem, TakeView } from '../../app-capture.ts';
import { CaptureProblemView } from '../person/capture/problem.tsx';
import { Review } from '../person/capture/review.tsx';
import { Speak } from '../person/capture/speak.tsx';
import '../../css/capture.css';

interface RecordVoiceProps {
  readonly mostMs: number;
  /** The scope of the person it is said to, when staff say it. */
  readonly forWhom?: string;
  readonly onKept: (voice: { readonly media: string; readonly ms: number }) => void;
  /** It was thrown away, and nothing was said in its place. */
  readonly onLeave: () => void;
}

/** Says something: the microphone, then listen again, keep it or say it anew. What stands inside a screen, not a screen. */
export const RecordVoice = (props: RecordVoiceProps): JSX.Element => {
  const app = useApp();
  const [take, setTake] = createSignal<TakeView>();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<CaptureProblem>();
  const again = async (made: TakeView): Promise<void> => {
    await app.dropTake(made);
    setTake(undefined);
  };
  const keep = async (made: TakeView): Promise<void> => {
    setBusy(true);
    const kept = await app.keepVoice(made, props.forWhom);
    setBusy(false);
    if (typeof kept === 'string') setProblem(kept);
    else props.onKept(kept);
  };
  return (
    <Show
      when={!problem()}
      fallback={<CaptureProblemView problem={problem() ?? 'missing'} of="microphone" onAgain={() => setProblem(undefined)} />}
    >
      <Show when={take()} keyed fallback={<Speak mostMs={props.mostMs} onTake={setTake} />}>
        {(made) => (
          <Review
            take={made}
            title="title.is-it-well"
            other="again"
            busy={busy()}
            onOther={() => void again(made)}
            onKeep={() => void keep(made)}
          />
        )}
      </Show>
    </Show>
  );
};
