import type { JSX } from 'solid-js';
import type { Me } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Face } from '../../parts/face.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

interface WhoIsItProps {
  readonly me: Me;
  readonly steps: { readonly at: number; readonly of: number };
  readonly onBack: () => void;
  readonly onMe: () => void;
  readonly onNotMe: () => void;
}

/** The face and the first name of the card, large; two answers of the same size. */
export const WhoIsIt = (props: WhoIsItProps): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="who" say={['title.who', 'line.who', 'label.its-me', 'label.not-me']} back={props.onBack} steps={props.steps}>
      <h1 class="title" data-say="title.who">
        {words.t('title.who')}
      </h1>
      <Face figure={props.me.figure} mark={props.me.mark} class="fill face-large" say="say.figure" />
      <p class="title who-name" data-say="line.who">
        {props.me.firstName}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: two equal answers, not a form */}
      <div class="actions actions-equal" role="group" aria-label={words.t('title.who')} data-primary="">
        <BigButton tone="paper" tall glyph={GLYPHS.x} label={words.t('label.not-me')} say="label.not-me" onPress={props.onNotMe} />
        <BigButton tone="paper" tall glyph={GLYPHS.tick} label={words.t('label.its-me')} say="label.its-me" onPress={props.onMe} />
      </div>
    </PersonScreen>
  );
};
