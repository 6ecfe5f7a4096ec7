import type { JSX } from 'solid-js';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { useWords } from '../../../words.tsx';

/** Before the first photo: a good one and one that is not. */
export const PhotoExamples = (props: { readonly onSeen: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <>
      <Heading title={words.t('title.photo-how')} say="title.photo-how" line={words.t('line.photo-how')} lineSay="line.photo-how" />
      <div class="fill photo-examples">
        <Picture of="photo-hands" say="title.photo-how" />
        <Picture of="photo-face" say="say.no-face" />
      </div>
      <div class="actions">
        <BigButton
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.go-on')}
          say="label.go-on"
          onPress={() => props.onSeen()}
        />
      </div>
    </>
  );
};
