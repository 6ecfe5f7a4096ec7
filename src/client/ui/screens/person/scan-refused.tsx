import type { JSX } from 'solid-js';
import type { Refusal } from '#domain/refusal';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';
import { SCAN_REFUSALS, type ScanRefusal } from './refusals.ts';
import { wayHome } from './way-home.ts';

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

const WayOn = (props: ScanRefusedProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const way = () => {
    const held = 'badge' in props.refusal ? `/badges/${props.refusal.badge}` : '/badges';
    const ways = {
      'my-badge': { label: 'label.my-badge', glyph: GLYPHS['arrow-right'], href: held },
      badges: { label: 'label.my-badges', glyph: GLYPHS['arrow-right'], href: '/badges' },
      scan: { label: 'label.scan', glyph: GLYPHS.scan, href: '/scan' },
      home: wayHome(app),
      help: { label: 'label.help', glyph: GLYPHS['ask-help'], href: '/help' },
    } as const;
    return ways[SCAN_REFUSALS[props.refusal.type].way];
  };
  const press = () => (way().href === '/scan' && props.onScan ? { onPress: props.onScan } : { href: way().href });
  return <BigButton tone="ink" primary glyph={way().glyph} label={words.t(way().label)} say={way().label} {...press()} />;
};
