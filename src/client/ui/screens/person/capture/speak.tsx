import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { CaptureProblem, CaptureState, TakeView, VoiceTaking } from '../../../app-capture.ts';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { RecordRing } from '../../../parts/record-ring.tsx';
import { useWords } from '../../../words.tsx';
import { CaptureProblemView } from './problem.tsx';

/** A big microphone: touch and speak, touch again to finish. */
export const Speak = (props: { readonly mostMs: number; readonly onTake: (take: TakeView) => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CaptureState>('ready');
  let taking: VoiceTaking | undefined;
  const isOn = (): boolean => state() === 'recording';
  onCleanup(app.keepAwake());
  onCleanup(() => taking?.stop());
  const settle = (take: TakeView | CaptureProblem): void => {
    taking = undefined;
    if (typeof take === 'string') setState(take);
    else props.onTake(take);
  };
  const end = async (): Promise<void> => settle((await taking?.end()) ?? 'missing');
  const tell = (now: CaptureState): void => {
    setState(now);
    if (now === 'ended') void end();
  };
  const begin = (): void => {
    // The voice of the app must not be on it.
    app.hush();
    taking = app.recordVoice(props.mostMs, tell);
  };
  const problem = (): CaptureProblem | undefined => {
    const now = state();
    return now === 'starting' || now === 'ready' || now === 'recording' || now === 'ended' ? undefined : now;
  };
  const label = () => (isOn() ? 'label.finish' : 'label.start-speaking');
  const line = () => (isOn() ? 'line.speak' : 'line.speak-first');
  return (
    <Show
      when={!problem()}
      fallback={<CaptureProblemView problem={problem() ?? 'missing'} of="microphone" onAgain={() => setState('ready')} />}
    >
      <Heading title={words.t('title.speak')} say="title.speak" line={words.t(line())} lineSay={line()} />
      <div class="speak-stage">
        <RecordRing
          class="speak-ring"
          primary
          name={words.t(label())}
          say={label()}
          most={props.mostMs}
          recording={isOn()}
          glyph={GLYPHS.microphone}
          disabled={state() === 'starting' || state() === 'ended'}
          onPress={() => (isOn() ? void end() : begin())}
        />
      </div>
    </Show>
  );
};
