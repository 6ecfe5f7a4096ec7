import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js';
import { type AnswerFrame, ownFrames } from '#client/views/asking-view';
import type { Slot } from '#domain/questionnaire';
import type { Refusal } from '#domain/refusal';
import { useApp } from '../../../app.ts';
import type { Asking } from '../../../app-asking.ts';
import { AnswerStrip } from '../../../parts/answer-strip.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { CannotAsk } from './cannot-ask.tsx';

interface RecapProps {
  readonly asking: Asking;
  readonly onBack: () => void;
  /** Something must still be answered before it can be asked for. */
  readonly onMissing: (slot: Slot) => void;
  readonly onKept: () => void;
}

/** Silent, each frame is lit for so long. */
const FRAME_MS = 1_400;

/** All answers as a comic strip that tells itself, frame by frame; then to ask, or to keep it to oneself. */
export const Recap = (props: RecapProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<Refusal>();
  // What is told stands still: nothing is answered here.
  const frames = untrack(() => ownFrames(props.asking.view, props.asking.now().answers, app.locale()));
  const telling = tellFrames(frames);
  const isHers = () => props.asking.view.giver === 'herself';
  const askLabel = () => (isHers() ? 'label.take' : 'label.ask-for');
  const ask = async (): Promise<void> => {
    setBusy(true);
    const outcome = await props.asking.ask();
    setBusy(false);
    if (!('type' in outcome)) return navigate(`/asked/${outcome.request}`, { replace: true });
    if (outcome.type === 'NotReady') return props.onMissing(outcome.missing === 'how' ? 'how' : 'show');
    if (outcome.type === 'AlreadyAsked') return navigate(`/asked/${outcome.request}`, { replace: true });
    if (outcome.type === 'AlreadyHeld') return navigate(`/badges/${outcome.badge}`, { replace: true });
    setRefusal(outcome);
  };
  const keep = async (): Promise<void> => {
    setBusy(true);
    await props.asking.keep();
    props.onKept();
  };
  return (
    <Show when={!refusal()} fallback={<CannotAsk refusal={refusal() ?? { type: 'ActionMalformed' }} />}>
      <PersonScreen
        name="recap"
        say={['title.recap', ...telling.keys, askLabel(), 'label.for-me']}
        back={props.onBack}
        onHeard={telling.heard}
      >
        <h1 class="title asking-title" data-say="title.recap">
          {words.t('title.recap')}
        </h1>
        <div class="fill recap-strip">
          <AnswerStrip
            frames={frames}
            playing={telling.playing()}
            figure={app.me()?.figure ?? 'figure-13'}
            mark={app.me()?.mark ?? 'drop'}
          />
        </div>
        <div class="actions actions-equal">
          <BigButton
            tone="paper"
            tall
            picture="only-me-sees"
            label={words.t('label.for-me')}
            say="label.for-me"
            disabled={busy()}
            onPress={() => void keep()}
          />
          <BigButton
            tone={isHers() ? 'yes' : 'ink'}
            tall
            primary
            picture={isHers() ? 'take-badge' : 'ask-badge'}
            label={words.t(askLabel())}
            say={askLabel()}
            disabled={busy()}
            onPress={() => void ask()}
          />
        </div>
      </PersonScreen>
    </Show>
  );
};

/** Which frame is told: as the voice goes, or, in silence, one after the other and once. */
const tellFrames = (frames: readonly AnswerFrame[]) => {
  const app = useApp();
  const [playing, setPlaying] = createSignal<number>();
  const told = frames.flatMap(({ say, pictures }, i) => [say, ...pictures.map((one) => one.say)].map((key) => ({ key, i })));
  // The title is heard before the first frame.
  let turn = -2;
  const heard = (key: string | null): void => {
    turn = key === null ? -2 : turn + 1;
    setPlaying(told[turn]?.i);
  };
  onMount(() => {
    if (app.sound() === 'aloud' || app.sound() === 'earphones') return;
    setPlaying(0);
    const tick = setInterval(() => {
      const next = (playing() ?? -1) + 1;
      setPlaying(next < frames.length ? next : undefined);
      if (next >= frames.length) clearInterval(tick);
    }, FRAME_MS);
    onCleanup(() => clearInterval(tick));
  });
  return { keys: told.map(({ key }) => key), playing, heard };
};
