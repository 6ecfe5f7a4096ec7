import type { JSX } from 'solid-js';
import type { Refusal } from '#domain/refusal';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Refused } from '../../../parts/refused.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { SCAN_REFUSALS } from '../refusals.ts';

/** It cannot be asked for here and now: why, and what to do. The answers stay. */
export const CannotAsk = (props: { readonly refusal: Refusal }): JSX.Element => {
  const words = useWords();
  const type = () => props.refusal.type;
  return (
    <PersonScreen name="refused" say={[`refused.${type()}`, `next.${type()}`]} back="/">
      <Refused
        scene={SCAN_REFUSALS[type()].scene}
        sign={SCAN_REFUSALS[type()].sign}
        title={words.t(`refused.${type()}`)}
        line={words.t(`next.${type()}`)}
        say={`refused.${type()}`}
        lineSay={`next.${type()}`}
      >
        <BigButton tone="ink" primary glyph={GLYPHS['arrow-right']} label={words.t('label.go-on')} say="label.go-on" href="/" />
      </Refused>
    </PersonScreen>
  );
};
