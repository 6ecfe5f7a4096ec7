import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { ItemView } from '#client/views/asking-view';
import { type CameraState, useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';

interface ScanAnswerProps {
  readonly item: ItemView;
  readonly onRead: (text: string) => void;
  readonly onLeave: () => void;
}

/** The longest text an answer holds. */
const MOST = 200;

/** A code at the place or on the tool says where it was done: the camera, and nothing to choose. */
export const ScanAnswer = (props: ScanAnswerProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CameraState>('starting');
  const watch = (view: HTMLElement): void => {
    const camera = app.scan(view, { text: (text) => props.onRead(text.slice(0, MOST)), state: setState });
    onCleanup(camera.stop);
  };
  const isClosed = () => state() === 'refused' || state() === 'missing';
  return (
    <PersonScreen name="scan" say={[isClosed() ? 'title.no-camera' : 'title.scan']} back={props.onLeave} backIsPrimary={!isClosed()}>
      <h1 class="title" data-say={isClosed() ? 'title.no-camera' : 'title.scan'}>
        {words.t(isClosed() ? 'title.no-camera' : 'title.scan')}
      </h1>
      <Show
        when={!isClosed()}
        fallback={
          <>
            <Picture of="no-camera" class="fill" say="title.no-camera" />
            <BigButton tone="ink" primary label={words.t('label.go-on')} say="label.go-on" onPress={props.onLeave} />
          </>
        }
      >
        <div class="fill asking-scan" ref={watch} data-say="title.scan" />
      </Show>
    </PersonScreen>
  );
};
