import { createEffect, For, type JSX, Match, Switch, untrack } from 'solid-js';
import { CODE_PICTURES } from '#artwork/code-pictures';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { Picture } from '../../parts/picture.tsx';
import { CODE_LENGTH, PictureCode } from '../../parts/picture-code.tsx';
import { useWords } from '../../words.tsx';
import { codeNames } from './code-names.ts';
import { codeOrder } from './code-order.ts';
import type { CodeProps } from './enter-code.tsx';
import { PersonScreen } from './person-screen.tsx';

type Turn = 'code' | 'story' | 'once-more';

interface ChooseCodeProps extends CodeProps {
  readonly turn: Turn;
  readonly onTurn: (turn: 'story' | 'once-more') => void;
}

/** Choosing four pictures: choose, hear them told as a story, show them once more. Nobody learns what they saw only once. */
export const ChooseCode = (props: ChooseCodeProps): JSX.Element => {
  const app = useApp();
  const [code, setCode] = untrack(() => props.draft.chosen);
  const [again, setAgain] = untrack(() => props.draft.again);
  createEffect(() => {
    // Back from the story takes the last picture back: with all four there would be nothing left to touch.
    if (props.turn === 'code') setCode((all) => all.slice(0, CODE_LENGTH - 1));
    if (props.turn !== 'once-more') setAgain([]);
  });
  const told = (now: readonly number[]): void => {
    const last = CODE_PICTURES[now.at(-1) ?? -1];
    if (last && app.sound() !== 'quiet' && app.sound() !== 'not-asked') app.say([`picture.${last}`]);
  };
  const choose = (now: readonly number[]): void => {
    if (now.length > code().length) told(now);
    setCode(now);
    if (now.length === CODE_LENGTH) props.onTurn('story');
  };
  const repeat = (now: readonly number[]): void => {
    // Full only while the server is asked: a touch is no second try then.
    if (again().length === CODE_LENGTH) return;
    if (now.length > again().length) told(now);
    setAgain(now);
    if (now.length < CODE_LENGTH) return;
    // Not the same: no error, the story is told again.
    if (now.every((picture, i) => picture === code()[i])) void props.onCode(now).finally(() => setAgain([]));
    else props.onBack();
  };
  const anew = (): void => {
    setCode([]);
    props.onBack();
  };
  return (
    <Switch>
      <Match when={props.turn === 'code'}>
        <Grid {...props} title="choose-code" chosen={code()} onChosen={choose} />
      </Match>
      <Match when={props.turn === 'story'}>
        <Story {...props} code={code()} onAgain={anew} onGoOn={() => props.onTurn('once-more')} />
      </Match>
      <Match when={props.turn === 'once-more'}>
        <Grid {...props} title="once-more" chosen={again()} onChosen={repeat} />
      </Match>
    </Switch>
  );
};

interface GridProps extends CodeProps {
  readonly title: 'choose-code' | 'once-more';
  readonly chosen: readonly number[];
  readonly onChosen: (chosen: readonly number[]) => void;
}

const Grid = (props: GridProps): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="code" say={[`title.${props.title}`, `line.${props.title}`]} back={props.onBack} steps={props.steps}>
      <h1 class="title title-small" data-say={`title.${props.title}`}>
        {words.t(`title.${props.title}`)}
      </h1>
      <PictureCode
        order={codeOrder(props.me, CODE_PICTURES.length)}
        chosen={props.chosen}
        onChosen={props.onChosen}
        shown
        names={codeNames(words)}
      />
    </PersonScreen>
  );
};

interface StoryProps extends CodeProps {
  readonly code: readonly number[];
  readonly onAgain: () => void;
  readonly onGoOn: () => void;
}

const Story = (props: StoryProps): JSX.Element => {
  const words = useWords();
  const pictures = () => props.code.map((index) => CODE_PICTURES[index] ?? CODE_PICTURES[0]);
  return (
    <PersonScreen
      name="story"
      say={['title.story', ...pictures().map((name) => `picture.${name}`), 'line.story']}
      back={props.onBack}
      steps={props.steps}
    >
      <Heading title={words.t('title.story')} say="title.story" line={words.t('line.story')} lineSay="line.story" />
      <ol class="story">
        <For each={pictures()}>
          {(name) => (
            <li class="story-picture" data-say={`picture.${name}`}>
              <Picture of={name} />
              <span class="story-name">{words.t(`picture.${name}`)}</span>
              <Glyph of={GLYPHS['arrow-right']} class="story-arrow forward" />
              <svg class="story-bend forward" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
                <path d="M100 0V20H0V40" />
              </svg>
            </li>
          )}
        </For>
      </ol>
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.again} label={words.t('label.again')} say="label.again" onPress={props.onAgain} />
        <BigButton
          tone="ink"
          tall
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.go-on')}
          say="label.go-on"
          onPress={props.onGoOn}
        />
      </div>
    </PersonScreen>
  );
};
