import type { JSX } from 'solid-js';
import type { RefusalView } from '#client/views/refusals-view';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';
import { SCAN_REFUSALS } from './refusals.ts';

/** Something done here could not be kept by the structure: said once, with its picture, before anything else. */
export const TakenBack = (props: { readonly view: RefusalView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const type = () => props.view.refusal.type;
  return (
    <PersonScreen name="refused" say={[`refused.${type()}`, `next.${type()}`]}>
      <Refused
        scene={SCAN_REFUSALS[type()].scene}
        sign={SCAN_REFUSALS[type()].sign}
        title={words.t(`refused.${type()}`)}
        line={words.t(`next.${type()}`)}
        say={`refused.${type()}`}
        lineSay={`next.${type()}`}
      >
        <BigButton
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.go-on')}
          say="label.go-on"
          onPress={() => app.forgetRefusal(props.view.n)}
        />
      </Refused>
    </PersonScreen>
  );
};
