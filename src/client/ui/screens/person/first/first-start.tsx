import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Match, onMount, Switch } from 'solid-js';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { useWords } from '../../../words.tsx';
import { Languages } from '../language.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { SoundChoice } from '../sound-choice.tsx';
import './first.css';

/** A phone that is nobody's and has never been asked: the language by its greeting, then with or without sound, then something to try. */
export const FirstStart = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [touched, setTouched] = createSignal(false);
  const choose = (tag: string): void => {
    app.setLocale(tag);
    setTouched(true);
  };
  return (
    <Switch fallback={<SoundChoice scan onChosen={() => navigate(app.phone() === 'shared' ? '/' : '/look')} />}>
      <Match when={!app.greeted() && !touched()}>
        <Languages first onChosen={choose} />
      </Match>
      <Match when={!app.greeted()}>
        <Hello onYes={() => app.greet(app.locale())} onAnother={() => setTouched(false)} />
      </Match>
    </Switch>
  );
};

/** The greeting that was touched, large and heard: touching it was asking to hear it. */
const Hello = (props: { readonly onYes: () => void; readonly onAnother: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const keys = ['title.welcome', 'line.this-language'];
  onMount(() => app.say(keys));
  return (
    <PersonScreen name="hello" say={keys} back={props.onAnother} scan="shown">
      <span class="fill hello-large">
        <h1 class="hello-word" data-say="title.welcome">
          {words.t('title.welcome')}
        </h1>
        <svg class="hello-bubble" viewBox="0 0 280 190" preserveAspectRatio="none" aria-hidden="true">
          <path d="M44 4h192a40 40 0 0 1 40 40v72a40 40 0 0 1-40 40H104l-40 30 8-30H44a40 40 0 0 1-40-40V44A40 40 0 0 1 44 4z" />
        </svg>
      </span>
      <p class="line" data-say="line.this-language">
        {words.t('line.this-language')}
      </p>
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.again} label={words.t('label.another')} say="label.another" onPress={props.onAnother} />
        <BigButton tone="ink" tall primary glyph={GLYPHS.tick} label={words.t('label.yes')} say="label.yes" onPress={props.onYes} />
      </div>
    </PersonScreen>
  );
};
