import { type JSX, Show } from 'solid-js';
import type { ItemView, ScreenView } from '#client/views/asking-view';
import { rangeOf } from '#domain/question';
import { mayGoOn } from '#domain/reflecting';
import { useApp } from '../../../app.ts';
import type { Asking } from '../../../app-asking.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Press } from '../../../parts/press.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { Choices } from './choices.tsx';
import { CompanyPicture } from './company-picture.tsx';
import { Ways } from './ways.tsx';

interface QuestionProps {
  readonly asking: Asking;
  readonly screen: ScreenView;
  readonly onBack: () => void;
  readonly onWay: (kind: string) => void;
  readonly onCompany: () => void;
  readonly onNext: () => void;
  readonly onSkip: () => void;
}

/** What is made on the spot, or one of several ways, has a picture of its own; all else is chosen right here. */
const isChosenHere = (items: readonly ItemView[]): boolean => {
  const [only] = items;
  return items.length === 1 && only !== undefined && typeof rangeOf(only.question).of !== 'string';
};

/** One question. What is chosen has its tick; once it is enough the arrow appears. *Question suivante* is always possible but on *how*. */
export const Question = (props: QuestionProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const only = (): ItemView | undefined => (props.screen.items.length === 1 ? props.screen.items[0] : undefined);
  const here = () => isChosenHere(props.screen.items);
  const isReady = () => mayGoOn(props.asking.view.screens, props.asking.now());
  const titleSay = () => only()?.say ?? 'title.ways';
  const shown = () => (here() ? (only()?.choices ?? []) : props.screen.items.map(({ way }) => way));
  return (
    <PersonScreen
      name="question"
      say={[titleSay(), ...shown().map(({ say }) => say)]}
      back={props.onBack}
      steps={{ at: props.asking.view.screens.findIndex(({ slot }) => slot === props.screen.slot), of: props.asking.view.screens.length }}
    >
      <h1 class="title asking-title" data-say={titleSay()}>
        {only()?.ask ?? words.t('title.ways')}
      </h1>
      <Show
        when={here() && only()}
        keyed
        fallback={<Ways asking={props.asking} items={props.screen.items} primary={!isReady()} onWay={props.onWay} />}
      >
        {(item) => <Choices asking={props.asking} item={item} primary={!isReady()} />}
      </Show>
      <div class="pager asking-row">
        <Press class="asking-company" name={words.t(`label.with-${props.asking.company()}`)} say="title.company" onPress={props.onCompany}>
          <CompanyPicture of={props.asking.company()} figure={app.me()?.figure ?? 'figure-13'} />
        </Press>
        <Show
          when={isReady()}
          fallback={
            <Show when={props.screen.slot !== 'how'}>
              <BigButton
                class="asking-skip"
                tone="paper"
                glyph={GLYPHS['arrow-right']}
                label={words.t('label.skip')}
                say="say.skip"
                onPress={props.onSkip}
              />
            </Show>
          }
        >
          <BigButton
            class="asking-next"
            tone="ink"
            primary
            glyph={GLYPHS['arrow-right']}
            label={words.t('label.go-on')}
            say="label.go-on"
            onPress={props.onNext}
          />
        </Show>
      </div>
    </PersonScreen>
  );
};
