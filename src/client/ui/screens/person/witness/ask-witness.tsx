import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { useApp } from '../../../app.ts';
import { Face } from '../../../parts/face.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { WitnessHere } from './witness-here.tsx';
import { type FarWay, WitnessWay } from './witness-way.tsx';
import './witness.css';

interface AskWitnessProps {
  /** The time of thinking, or the badge, the witness is asked about. */
  readonly about: string;
  readonly mould: string;
  /** Somebody was asked, or has said so already on this phone: the id of the question. */
  readonly onAsked: (witness: string) => void;
  readonly onLeave: () => void;
}

type Step =
  | { readonly at: 'how' | 'here' }
  | { readonly at: 'far'; readonly by: FarWay; readonly witness: string; readonly address: string };

/** *Qui l'a vu ?*: whoever stands here says so on this phone; whoever is elsewhere gets a code, a message or a paper. */
export const AskWitness = (props: AskWitnessProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [step, setStep] = createSignal<Step>({ at: 'how' });
  const far = () => {
    const now = step();
    return now.at === 'far' ? now : undefined;
  };
  const ask = async (by: FarWay): Promise<void> => {
    const asked = await app.askWitness({ about: props.about, mould: props.mould, by });
    if ('witness' in asked && asked.address) setStep({ at: 'far', by, witness: asked.witness, address: asked.address });
  };
  return (
    <Switch>
      <Match when={step().at === 'how'}>
        <PersonScreen
          name="ask-witness"
          say={['title.who-saw', 'line.who-saw', 'label.ask-here', 'label.ask-code', 'label.ask-link', 'label.ask-slip']}
          back={() => props.onLeave()}
        >
          <Heading title={words.t('title.who-saw')} say="title.who-saw" line={words.t('line.who-saw')} lineSay="line.who-saw" />
          {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
          <div class="witness-ways fill" role="group" aria-label={words.t('title.who-saw')} data-primary="">
            <Tile label={words.t('label.ask-here')} say="label.ask-here" onPress={() => setStep({ at: 'here' })}>
              <span class="witness-two">
                {app.me() && <Face figure={app.me()?.figure ?? ''} mark={app.me()?.mark ?? 'leaf'} />}
                <Glyph of={GLYPHS.face} />
              </span>
            </Tile>
            <Tile label={words.t('label.ask-code')} say="label.ask-code" onPress={() => void ask('qr')}>
              <Picture of="show-phones" />
            </Tile>
            <Tile label={words.t('label.ask-link')} say="label.ask-link" onPress={() => void ask('link')}>
              <Glyph of={GLYPHS.talk} class="big-glyph" />
            </Tile>
            <Tile label={words.t('label.ask-slip')} say="label.ask-slip" onPress={() => void ask('slip')}>
              <Glyph of={GLYPHS.printer} class="big-glyph" />
            </Tile>
          </div>
        </PersonScreen>
      </Match>
      <Match when={step().at === 'here'}>
        <WitnessHere about={props.about} mould={props.mould} onAsked={props.onAsked} onLeave={() => setStep({ at: 'how' })} />
      </Match>
      <Match when={far()} keyed>
        {(way) => <WitnessWay by={way.by} address={way.address} mould={props.mould} onDone={() => props.onAsked(way.witness)} />}
      </Match>
    </Switch>
  );
};
