import type { JSX } from 'solid-js';
import type { AskingView } from '#client/views/asking-view';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';

/** The answers stay hers; nobody was asked anything. */
export const KeptMine = (props: { readonly view: Pick<AskingView, 'draw'> }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="kept-mine" say={['title.kept-mine', 'line.kept-mine']}>
      <span class={`stage hue-${props.view.draw.hue}`} data-say="title.kept-mine">
        <Picture of="only-me-sees" class="fill" />
      </span>
      <Heading title={words.t('title.kept-mine')} say="title.kept-mine" line={words.t('line.kept-mine')} lineSay="line.kept-mine" />
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS['arrow-right']} label={words.t('label.go-on')} say="label.go-on" href="/" />
      </div>
    </PersonScreen>
  );
};
