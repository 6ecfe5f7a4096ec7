import type { JSX } from 'solid-js';
import type { Refusal } from '#domain/refusal';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';
import { SCAN_REFUSALS, type ScanRefusal } from './refusals.ts';

interface ScanRefusedProps {
  readonly refusal: Refusal | { readonly type: Exclude<ScanRefusal, Refusal['type']> };
  readonly back: string | (() => void);
  /** Scan again; without it the scanner's address is opened. */
  readonly onScan?: () => void;
}

/** Why this code gives no badge, and the one way on. */
export const ScanRefused = (props: ScanRefusedProps): JSX.Element => {
  const words = useWords();
  const type = () => props.refusal.type;
  return (
    <PersonScreen name="refused" say={[`refused.${type()}`, `next.${type()}`]} back={props.back}>
      <Refused
        scene={SCAN_REFUSALS[type()].scene}
        sign={SCAN_REFUSALS[type()].sign}
        title={words.t(`refused.${type()}`)}
        line={words.t(`next.${type()}`)}
        say={`refused.${type()}`}
        lineSay={`next.${type()}`}
      >
        <WayOn {...props} />
      </Refused>
    </PersonScreen>
  );
};

const WAYS = {
  'my-badge': { label: 'label.my-badge', glyph: GLYPHS['arrow-right'] },
  scan: { label: 'label.scan', glyph: GLYPHS.again },
  home: { label: 'label.home', glyph: GLYPHS.house },
  help: { label: 'label.help', glyph: GLYPHS['ask-help'] },
} as const;

const WayOn = (props: ScanRefusedProps): JSX.Element => {
  const words = useWords();
  const way = () => SCAN_REFUSALS[props.refusal.type].way;
  const href = (): string => {
    if (way() === 'my-badge') return 'badge' in props.refusal ? `/badges/${props.refusal.badge}` : '/badges';
    return { scan: '/scan', home: '/', help: '/help' }[way() as 'scan' | 'home' | 'help'];
  };
  const press = () => (way() === 'scan' && props.onScan ? { onPress: props.onScan } : { href: href() });
  return <BigButton tone="ink" primary glyph={WAYS[way()].glyph} label={words.t(WAYS[way()].label)} say={WAYS[way()].label} {...press()} />;
};
