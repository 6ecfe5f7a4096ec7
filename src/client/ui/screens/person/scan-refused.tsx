import type { JSX } from 'solid-js';
import type { Refusal } from '#domain/refusal';
import { useApp } from '../../app.ts';
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
        picture={SCAN_REFUSALS[type()].picture}
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
  // A ticket that was refused will never do: it does not wait in the pocket.
  const drop = (): void => app.dropTicket();
  const way = () => SCAN_REFUSALS[props.refusal.type].way;
  const badge = () => ('badge' in props.refusal ? props.refusal.badge : '');
  const href = (): string => ({ 'my-badge': `/badges/${badge()}`, scan: '/scan', home: '/', help: '/help' })[way()];
  const label = () => ({ 'my-badge': 'label.my-badge', scan: 'label.scan', home: 'label.home', help: 'label.help' })[way()] as 'label.scan';
  const glyph = (): string => ({ 'my-badge': GLYPHS['arrow-right'], scan: GLYPHS.again, home: GLYPHS.house, help: GLYPHS['ask-help'] })[way()];
  const press = () => (way() === 'scan' && props.onScan ? { onPress: () => (drop(), props.onScan?.()) } : { href: href() });
  return <BigButton tone="ink" primary glyph={glyph()} label={words.t(label())} say={label()} {...press()} />;
};
