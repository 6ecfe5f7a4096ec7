import { createSignal, type JSX, untrack } from 'solid-js';
import { CODE_PICTURES } from '#artwork/code-pictures';
import type { Me } from '../../app.ts';
import { CODE_LENGTH, PictureCode } from '../../parts/picture-code.tsx';
import { useWords } from '../../words.tsx';
import type { CodeDraft } from './card-flow.ts';
import { codeNames } from './code-names.ts';
import { codeOrder } from './code-order.ts';
import { PersonScreen } from './person-screen.tsx';

export interface CodeProps {
  readonly me: Me;
  readonly steps: { readonly at: number; readonly of: number };
  /** The pictures touched so far; they outlive the screen. */
  readonly draft: CodeDraft;
  readonly onBack: () => void;
  /** Four indexes into CODE_PICTURES; resolves when the server has answered. */
  readonly onCode: (code: readonly number[]) => Promise<void>;
}

/** The four pictures of a card that has them already. */
export const EnterCode = (props: CodeProps): JSX.Element => {
  const words = useWords();
  const [chosen, setChosen] = untrack(() => props.draft.chosen);
  // While the server is asked, a touch is no second try: three wrong ones close the card.
  const [asking, setAsking] = createSignal(false);
  const choose = (now: readonly number[]): void => {
    if (asking()) return;
    setChosen(now);
    if (now.length < CODE_LENGTH) return;
    setAsking(true);
    void props.onCode(now).finally(() => {
      setAsking(false);
      setChosen([]);
    });
  };
  return (
    <PersonScreen name="code" say={['title.enter-code', 'line.enter-code']} back={props.onBack} steps={props.steps}>
      <h1 class="title title-small" data-say="title.enter-code">
        {words.t('title.enter-code')}
      </h1>
      <PictureCode
        order={codeOrder(props.me, CODE_PICTURES.length)}
        chosen={chosen()}
        onChosen={choose}
        shown={false}
        names={codeNames(words)}
      />
    </PersonScreen>
  );
};
