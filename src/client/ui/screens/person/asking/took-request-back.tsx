import { createSignal, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js';
import type { Draw } from '#domain/draw';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';

interface TookRequestBackProps {
  readonly draw: Draw;
  readonly mould: string;
  /** It is taken back already. */
  readonly done: boolean;
  readonly onUndo: () => void;
  /** The time to think again is over, or she has left. */
  readonly onDone: () => void;
}

/** So long it can be undone. A phone that dies before has taken nothing back: the request still stands. */
const UNDO_MS = 10_000;

/** I no longer ask for it: for ten seconds that is only said, then done. The answers stay mine. */
export const TookRequestBack = (props: TookRequestBackProps): JSX.Element => {
  const words = useWords();
  const [over, setOver] = createSignal(untrack(() => props.done));
  const finish = (): void => {
    if (over()) return;
    setOver(true);
    props.onDone();
  };
  onMount(() => {
    const timer = setTimeout(finish, UNDO_MS);
    onCleanup(() => {
      clearTimeout(timer);
      finish();
    });
  });
  const undo = (): void => {
    setOver(true);
    props.onUndo();
  };
  return (
    <PersonScreen name="took-back" say={['title.took-back', ...(over() ? [] : ['label.undo'])]} back="/">
      <span class={`stage hue-${props.draw.hue}`} data-say="say.to-win">
        <Badge draw={props.draw} state="to-win" class="fill" />
      </span>
      <Heading title={words.t('title.took-back')} say="title.took-back" />
      <div class="pager asking-row">
        <Show when={!over()}>
          <BigButton class="asking-back" tone="paper" label={words.t('label.undo')} say="label.undo" onPress={undo} />
        </Show>
        <BigButton
          class="asking-next"
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.go-on')}
          say="label.go-on"
          href="/"
        />
      </div>
    </PersonScreen>
  );
};
