import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { FIGURES } from '#artwork/figure';
import type { Figure } from '#artwork/picture-list';
import type { MediaId } from '#domain/ids';
import { useApp } from '../../../app.ts';
import type { KeptVoice } from '../../../app-giving.ts';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Pager, pagerNames } from '../../../parts/pager.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Press } from '../../../parts/press.tsx';
import { useWords } from '../../../words.tsx';
import { RecordVoice } from '../../capture/record-voice.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { askedBadge } from './asked-badge.ts';
import './witness.css';

interface WitnessHereProps {
  readonly about: string;
  readonly mould: string;
  readonly onAsked: (witness: string) => void;
  readonly onLeave: () => void;
}

const NAME_MS = 5_000;
const A_PAGE = 4;

/** Somebody beside me says it on my phone: I saw it; then, if they like, a face and their first name aloud. */
export const WitnessHere = (props: WitnessHereProps): JSX.Element => {
  const app = useApp();
  const [step, setStep] = createSignal<'seen' | 'face' | 'name'>('seen');
  const [figure, setFigure] = createSignal<Figure>();
  const chosen = (one: Figure | undefined): void => {
    setFigure(() => one);
    setStep('name');
  };
  const say = async (voice: KeptVoice | undefined): Promise<void> => {
    const asked = await app.askWitness({ about: props.about, mould: props.mould, by: 'here' });
    if (!('witness' in asked)) return;
    const face = figure();
    await app.saySeenHere(asked.witness, {
      ...(face && { figure: face }),
      ...(voice && { voice: { media: voice.media as MediaId, ms: Math.round(voice.ms) } }),
    });
    props.onAsked(asked.witness);
  };
  return (
    <Switch>
      <Match when={step() === 'seen'}>
        <Seen mould={props.mould} onSeen={() => setStep('face')} onLeave={props.onLeave} />
      </Match>
      <Match when={step() === 'face'}>
        <ChooseFace onChosen={chosen} onLeave={() => setStep('seen')} />
      </Match>
      <Match when={step() === 'name'}>
        <SayName figure={figure()} onSaid={(voice) => void say(voice)} onLeave={() => setStep('face')} />
      </Match>
    </Switch>
  );
};

const Seen = (props: { readonly mould: string; readonly onSeen: () => void; readonly onLeave: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen
      name="you-saw"
      say={['line.hand-over', 'title.you-saw', `mould.${props.mould}`, `mould.${props.mould}.criteria`, 'label.seen', 'label.not-seen']}
      back={() => props.onLeave()}
    >
      <Show when={askedBadge(app, props.mould)} fallback={<Picture of="a-badge" class="fill" say="title.you-saw" />}>
        {(draw) => <Badge draw={draw()} state="to-win" class="fill" say={`mould.${props.mould}`} />}
      </Show>
      <Heading title={words.t('title.you-saw')} say="title.you-saw" line={words.t('line.hand-over')} lineSay="line.hand-over" />
      <div class="actions actions-equal">
        <BigButton
          tone="paper"
          tall
          glyph={GLYPHS.x}
          label={words.t('label.not-seen')}
          say="label.not-seen"
          onPress={() => props.onLeave()}
        />
        <BigButton
          tone="yes"
          tall
          primary
          glyph={GLYPHS.tick}
          label={words.t('label.seen')}
          say="label.seen"
          onPress={() => props.onSeen()}
        />
      </div>
    </PersonScreen>
  );
};

/** Four faces a page; none at all is as good. */
const ChooseFace = (props: { readonly onChosen: (figure: Figure | undefined) => void; readonly onLeave: () => void }): JSX.Element => {
  const words = useWords();
  const [page, setPage] = createSignal(0);
  const pages = Math.ceil(FIGURES.length / A_PAGE);
  return (
    <PersonScreen name="your-face" say={['title.your-face', 'line.your-face', 'label.no-face']} back={() => props.onLeave()}>
      <Heading title={words.t('title.your-face')} say="title.your-face" />
      <div class="witness-faces fill">
        <For each={FIGURES.slice(page() * A_PAGE, page() * A_PAGE + A_PAGE)}>
          {(figure, i) => (
            <Press
              class="witness-face"
              say="title.your-face"
              name={words.t('name.step', { at: page() * A_PAGE + i() + 1, of: FIGURES.length })}
              onPress={() => props.onChosen(figure)}
            >
              <Picture of={figure} />
            </Press>
          )}
        </For>
      </div>
      <Pager pages={pages} page={page()} onPage={setPage} names={pagerNames(words, page(), pages)}>
        <Press class="witness-none" say="label.no-face" primary onPress={() => props.onChosen(undefined)}>
          {words.t('label.no-face')}
        </Press>
      </Pager>
    </PersonScreen>
  );
};

interface SayNameProps {
  readonly figure: Figure | undefined;
  readonly onSaid: (voice: KeptVoice | undefined) => void;
  readonly onLeave: () => void;
}

/** A first name, said aloud; going on without one is what the screen is for. */
const SayName = (props: SayNameProps): JSX.Element => {
  const words = useWords();
  const [recording, setRecording] = createSignal(false);
  return (
    <PersonScreen name="say-name" say={['title.say-name', 'line.say-name', 'label.my-name', 'label.go-on']} back={() => props.onLeave()}>
      <Heading title={words.t('title.say-name')} say="title.say-name" line={words.t('line.say-name')} lineSay="line.say-name" />
      <Show
        when={recording()}
        fallback={
          <>
            <span class="fill witness-speaks" data-say="title.say-name">
              <Show when={props.figure} fallback={<Glyph of={GLYPHS.microphone} />}>
                {(figure) => <Picture of={figure()} />}
              </Show>
            </span>
            <div class="actions actions-equal">
              <BigButton
                tone="paper"
                tall
                glyph={GLYPHS.microphone}
                label={words.t('label.my-name')}
                say="label.my-name"
                onPress={() => setRecording(true)}
              />
              <BigButton
                tone="ink"
                tall
                primary
                glyph={GLYPHS['arrow-right']}
                label={words.t('label.go-on')}
                say="label.go-on"
                onPress={() => props.onSaid(undefined)}
              />
            </div>
          </>
        }
      >
        <RecordVoice mostMs={NAME_MS} onKept={(voice) => props.onSaid(voice)} onLeave={() => setRecording(false)} />
      </Show>
    </PersonScreen>
  );
};
