import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { type CameraState, type Scanning, useApp } from '../../app.ts';
import type { BoxRead } from '../../app-courier.ts';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import './courier.css';

interface FrameReaderProps {
  /** Takes in one scanned text. */
  readonly read: (text: string) => Promise<BoxRead>;
  /** It is whole, or it is none of these. */
  readonly onRead: (found: Exclude<BoxRead, { state: 'more' }>) => void;
}

/** The camera, for codes shown in turn; says how many of them it has. */
export const FrameReader = (props: FrameReaderProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CameraState>('starting');
  const [have, setHave] = createSignal<Extract<BoxRead, { state: 'more' }>>();
  let scanning: Scanning | undefined;
  let done = false;
  const onText = async (text: string): Promise<void> => {
    if (done) return;
    const found = await props.read(text);
    if (found.state === 'more') setHave(found);
    // While codes are gathered, one of somebody else in the picture is passed over.
    else if (!done && (found.state !== 'foreign' || !have())) {
      done = true;
      props.onRead(found);
    }
  };
  // Once it stands in the page: a camera asks for its size.
  const look = (view: HTMLElement): void => {
    onMount(() => {
      scanning = app.scan(view, { text: (text) => void onText(text), state: setState });
    });
  };
  onCleanup(() => {
    done = true;
    scanning?.stop();
  });
  onCleanup(app.keepAwake());
  return (
    <div class="frame-reader">
      <Show
        when={state() !== 'refused' && state() !== 'missing'}
        fallback={
          <p class="frame-closed">
            <Picture of="no-camera" />
            {words.t('title.no-camera')}
          </p>
        }
      >
        <div class="frame-view" ref={look} />
      </Show>
      <Show when={have()}>
        {(progress) => (
          <progress class="frame-progress" value={progress().have} max={progress().of} aria-label={words.t('check.more', progress())} />
        )}
      </Show>
    </div>
  );
};
