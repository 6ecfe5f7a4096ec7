import type { JSX } from 'solid-js';
import type { EntryRefusal } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';
import { ENTRY_REFUSALS } from './refusals.ts';

const WAYS = {
  code: { label: 'label.again', glyph: GLYPHS.again, href: undefined },
  again: { label: 'label.try', glyph: GLYPHS.again, href: undefined },
  scan: { label: 'label.scan', glyph: GLYPHS.scan, href: '/scan' },
  help: { label: 'label.help', glyph: GLYPHS['ask-help'], href: '/help' },
} as const;

interface CardRefusedProps {
  readonly type: EntryRefusal;
  readonly back: string | (() => void);
  readonly onAgain: () => void;
}

/** This card does not open, or not now: why, and the one way on. */
export const CardRefused = (props: CardRefusedProps): JSX.Element => {
  const words = useWords();
  const refusal = () => ENTRY_REFUSALS[props.type];
  const way = () => WAYS[refusal().way];
  const press = () => {
    const href = way().href;
    return href === undefined ? { onPress: props.onAgain } : { href };
  };
  // A phone that never had the app cannot begin without a network: somebody's tablet can.
  const also = () => (props.type === 'no-network' ? [{ line: words.t('line.another-device'), say: 'line.another-device' }] : []);
  return (
    <PersonScreen name="refused" say={[`entry.${props.type}`, `next.${props.type}`, ...also().map(({ say }) => say)]} back={props.back}>
      <Refused
        scene={refusal().scene}
        sign={refusal().sign}
        title={words.t(`entry.${props.type}`)}
        line={words.t(`next.${props.type}`)}
        say={`entry.${props.type}`}
        lineSay={`next.${props.type}`}
        also={also()}
      >
        <BigButton tone="ink" primary glyph={way().glyph} label={words.t(way().label)} say={way().label} {...press()} />
      </Refused>
    </PersonScreen>
  );
};
