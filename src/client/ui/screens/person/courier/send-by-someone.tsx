import { createResource, createSignal, type JSX, Match, Switch } from 'solid-js';
import type { PictureName } from '#artwork/picture-list';
import type { Key } from '#i18n/fr';
import { useApp } from '../../../app.ts';
import type { BoxToShow } from '../../../app-courier.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { FileButton } from '../../../parts/file-button.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Refused } from '../../../parts/refused.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { FrameReader } from '../../courier/frame-reader.tsx';
import { TurningFrames } from '../../courier/turning-frames.tsx';
import { PersonScreen } from '../person-screen.tsx';

const ME = '/me';

/** What has not arrived, given to somebody who will have a network: their phone reads mine, and later mine reads theirs. */
export const SendBySomeone = (): JSX.Element => {
  const app = useApp();
  const [step, setStep] = createSignal<'show' | 'answer' | 'brought' | 'not-answer'>('show');
  const [box] = createResource(() => app.boxToShow());
  const read = async (file: File): Promise<void> => void onRead((await app.readAnswer(file)).state === 'taken');
  const onRead = (taken: boolean): void => void setStep(taken ? 'brought' : 'not-answer');
  return (
    <Switch>
      <Match when={step() === 'answer'}>
        <ReadAnswer onRead={onRead} onFile={(file) => void read(file)} back={() => setStep('show')} />
      </Match>
      <Match when={step() === 'brought'}>
        <AllArrived title="title.brought" />
      </Match>
      <Match when={step() === 'not-answer'}>
        <Cannot picture="foreign-code" title="title.not-answer" line="line.not-answer" back={() => setStep('answer')}>
          <TryAgain onPress={() => setStep('answer')} />
        </Cannot>
      </Match>
      <Match when={box.latest}>{(now) => <ShowBox box={now()} onAnswer={() => setStep('answer')} />}</Match>
    </Switch>
  );
};

const ShowBox = (props: { readonly box: BoxToShow; readonly onAnswer: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const frames = () => (props.box.state === 'frames' ? props.box.frames : undefined);
  const AsFile = (): JSX.Element => (
    <Tile label={words.t('label.file')} say="label.file" onPress={() => void app.shareBox()}>
      <Glyph of={GLYPHS.share} class="big-glyph" />
    </Tile>
  );
  const TheirAnswer = (): JSX.Element => (
    <Tile label={words.t('label.answer')} say="label.answer" primary class="tile-ink" onPress={() => props.onAnswer()}>
      <Glyph of={GLYPHS.scan} class="big-glyph" />
    </Tile>
  );
  return (
    <Switch>
      <Match when={frames()}>
        {(all) => (
          <PersonScreen name="courier" say={['title.courier', 'line.courier']} back={ME}>
            <Heading title={words.t('title.courier')} say="title.courier" />
            <TurningFrames frames={all()} />
            <div class="actions actions-equal">
              <AsFile />
              <TheirAnswer />
            </div>
          </PersonScreen>
        )}
      </Match>
      <Match when={props.box.state === 'nothing'}>
        <AllArrived title="title.nothing-waits" />
      </Match>
      <Match when={props.box.state === 'no-key'}>
        <Cannot picture="no-network" title="title.needs-network" line="line.needs-network" back={ME}>
          <BigButton tone="ink" primary glyph={GLYPHS.house} label={words.t('label.home')} say="label.home" href="/" />
        </Cannot>
      </Match>
      <Match when={props.box.state === 'too-big'}>
        <Cannot picture="show-phones" title="title.too-big" line="line.too-big" back={ME}>
          <div class="actions actions-equal">
            <AsFile />
            <TheirAnswer />
          </div>
        </Cannot>
      </Match>
    </Switch>
  );
};

interface ReadAnswerProps {
  readonly onRead: (taken: boolean) => void;
  readonly onFile: (file: File) => void;
  readonly back: () => void;
}

const ReadAnswer = (props: ReadAnswerProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="courier-answer" say={['title.answer', 'line.answer']} back={() => props.back()}>
      <Heading title={words.t('title.answer')} say="title.answer" line={words.t('line.answer')} lineSay="line.answer" />
      <div class="fill frame-place" data-primary="" data-say="line.answer">
        <FrameReader read={(text) => app.readAnswer(text)} onRead={({ state }) => props.onRead(state === 'taken')} />
      </div>
      <FileButton accept=".txt,text/plain" label={words.t('label.file')} say="label.file" onFile={(file) => props.onFile(file)} />
    </PersonScreen>
  );
};

const AllArrived = (props: { readonly title: Extract<Key, `title.${string}`> }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="courier-arrived" say={[props.title]} back={ME}>
      <Picture of="arrived" class="fill" say={props.title} />
      <Heading title={words.t(props.title)} say={props.title} />
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS.house} label={words.t('label.home')} say="label.home" href="/" />
      </div>
    </PersonScreen>
  );
};

interface CannotProps {
  readonly picture: PictureName;
  readonly title: Extract<Key, `title.${string}`>;
  readonly line: Extract<Key, `line.${string}`>;
  readonly back: string | (() => void);
  readonly children: JSX.Element;
}

const Cannot = (props: CannotProps): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={[props.title, props.line]} back={props.back}>
      <Refused
        scene={{ picture: props.picture }}
        title={words.t(props.title)}
        say={props.title}
        line={words.t(props.line)}
        lineSay={props.line}
      >
        {props.children}
      </Refused>
    </PersonScreen>
  );
};

const TryAgain = (props: { readonly onPress: () => void }): JSX.Element => {
  const words = useWords();
  return <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.try')} say="label.try" onPress={() => props.onPress()} />;
};
