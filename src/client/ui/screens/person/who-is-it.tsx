import type { JSX } from 'solid-js';
import type { Me } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Face } from '../../parts/face.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

interface WhoIsItProps {
  readonly me: Me;
  readonly steps: { readonly at: number; readonly of: number };
  readonly onMe: () => void;
  readonly onNotMe: () => void;
}

/** The face and the first name of the card, large; two answers of the same size. */
export const WhoIsIt = (props: WhoIsItProps): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="who" say={['title.who', 'label.its-me', 'label.not-me']} back={props.onNotMe} steps={props.steps}>
      <Face figure={props.me.figure} mark={props.me.mark} class="fill face-large" />
      <Heading title={props.me.firstName} say="line.who" line={words.t('title.who')} lineSay="title.who" />
      {/* biome-ignore lint/a11y/useSemanticElements: two equal answers, not a form */}
      <div class="actions actions-equal" role="group" aria-label={words.t('title.who')} data-primary="">
        <BigButton tone="paper" tall glyph={GLYPHS.again} label={words.t('label.not-me')} say="label.not-me" onPress={props.onNotMe} />
        <BigButton tone="paper" tall glyph={GLYPHS.tick} label={words.t('label.its-me')} say="label.its-me" onPress={props.onMe} />
      </div>
    </PersonScreen>
  );
};
