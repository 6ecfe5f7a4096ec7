import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Scene, type SceneOf } from '../../parts/scene.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** An answer within this is no wait: a picture that came and went would only startle. */
const PATIENCE_MS = 300;

interface LookingProps {
  /** What is being looked at. */
  readonly scene: SceneOf;
  readonly back?: string | (() => void);
}

/** Something is being looked up: after a moment its picture, breathing. Nothing hurries. */
export const Looking = (props: LookingProps): JSX.Element => {
  const words = useWords();
  const [waits, setWaits] = createSignal(false);
  const timer = setTimeout(() => setWaits(true), PATIENCE_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <PersonScreen name="looking" say={waits() ? ['title.look'] : []} {...(props.back !== undefined && { back: props.back })}>
      <div class="looking fill" aria-busy="true">
        <Show when={waits()}>
          <Scene of={props.scene} class="fill breathing" say="title.look" />
        </Show>
        <h1 class="title" classList={{ 'only-heard': !waits() }} data-say="title.look">
          {words.t('title.look')}
        </h1>
      </div>
    </PersonScreen>
  );
};
