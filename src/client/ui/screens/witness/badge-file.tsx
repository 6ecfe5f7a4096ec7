import { createMemo, type JSX, onCleanup } from 'solid-js';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';

const JSON_TYPE = 'application/vc+ld+json';

/** The badge's own data, to keep and to check elsewhere. */
export const BadgeFile = (props: { readonly json: string }): JSX.Element => {
  const words = useWords();
  const file = createMemo(() => {
    const address = URL.createObjectURL(new Blob([props.json], { type: JSON_TYPE }));
    onCleanup(() => URL.revokeObjectURL(address));
    return address;
  });
  return (
    <a class="public-button" href={file()} download="badge.json" type={JSON_TYPE}>
      <Glyph of={GLYPHS.download} />
      {words.t('fact.json')}
    </a>
  );
};
