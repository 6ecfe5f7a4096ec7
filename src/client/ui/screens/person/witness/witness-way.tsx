import { createResource, type JSX, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { QrCode } from '../../../parts/qr-code.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { askedBadge } from './asked-badge.ts';
import './witness.css';

export type FarWay = 'qr' | 'link' | 'slip';

const LINES = { qr: 'line.show-code', link: 'line.witness-link', slip: 'line.witness-slip' } as const;

interface WitnessWayProps {
  readonly by: FarWay;
  readonly address: string;
  readonly mould: string;
  readonly onDone: () => void;
}

/** The way to somebody who is elsewhere: their code, on this screen, in a message or on paper. It opens once, and tells nothing else of me. */
export const WitnessWay = (props: WitnessWayProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [svg] = createResource(
    () => props.address,
    (text) => app.qr(text),
  );
  const line = () => LINES[props.by];
  const done = () => (
    <BigButton
      tone={props.by === 'qr' ? 'ink' : 'paper'}
      tall
      primary={props.by === 'qr'}
      glyph={GLYPHS.tick}
      label={words.t('label.it-is-done')}
      say="label.it-is-done"
      onPress={() => props.onDone()}
    />
  );
  // Without a share sheet (a computer) the code stands here all the same.
  const share = (): void => void app.share(words.t('title.you-saw'), props.address);
  return (
    <PersonScreen name="witness-way" say={['title.who-saw', line()]} back={() => props.onDone()}>
      <Heading title={words.t('title.who-saw')} say="title.who-saw" line={words.t(line())} lineSay={line()} />
      <div class="fill show-pair witness-slip">
        <Show when={askedBadge(app, props.mould)}>{(draw) => <Badge draw={draw()} caption class="print-only" />}</Show>
        <p class="print-only title">{app.me()?.firstName}</p>
        <QrCode svg={svg()} name={words.t('say.witness-code')} />
        <p class="print-only">{words.t('title.you-saw')}</p>
      </div>
      <div class="actions" classList={{ 'actions-equal': props.by !== 'qr' }}>
        {done()}
        <Show when={props.by === 'link'}>
          <BigButton tone="ink" tall primary glyph={GLYPHS.share} label={words.t('label.share')} say="label.share" onPress={share} />
        </Show>
        <Show when={props.by === 'slip'}>
          <BigButton
            tone="ink"
            tall
            primary
            glyph={GLYPHS.printer}
            label={words.t('label.print')}
            say="label.print"
            onPress={() => window.print()}
          />
        </Show>
      </div>
    </PersonScreen>
  );
};
