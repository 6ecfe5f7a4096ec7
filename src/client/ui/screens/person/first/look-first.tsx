import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { choices } from '#content/pictograms';
import { type Draw, inLocale } from '#domain/draw';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { Face } from '../../../parts/face.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { HowScene } from '../../../parts/how-scene.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Press } from '../../../parts/press.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import './first.css';

/** Looking before leaping: a badge to turn over, one question to try. Nothing is kept, nobody is known. */
export const LookFirst = (): JSX.Element => {
  const [search] = useSearchParams<{ at?: string }>();
  return (
    <Show when={search.at === 'question'} fallback={<DemoBadge />}>
      <DemoQuestion />
    </Show>
  );
};

/** Nobody's: its name is what the screen says. */
const DEMO: Draw = { shape: 'hexagon', hue: 'indigo', picture: 'carry-together', title: '' };

const DemoBadge = (): JSX.Element => {
  const words = useWords();
  const [turned, setTurned] = createSignal(false);
  const line = () => (turned() ? 'line.look-back' : 'line.look-badge');
  return (
    <PersonScreen
      name="look"
      say={turned() ? ['line.look-back', 'say.look-who', 'say.look-what', 'say.look-seen'] : ['say.look-badge', 'line.look-badge']}
      back={turned() ? () => setTurned(false) : '/'}
      scan="shown"
    >
      <Heading title={words.t('title.look-badge')} say="say.look-badge" line={words.t(line())} lineSay={line()} />
      <Show
        when={turned()}
        fallback={
          <Press class="look-front fill" say="say.look-badge" name={words.t('title.look-badge')} primary onPress={() => setTurned(true)}>
            <Badge draw={DEMO} level={2} ribbon="closed" class="fill" />
            <svg class="look-turn" viewBox="0 0 64 64" aria-hidden="true">
              <path d="M8 30a24 12 0 0 1 42-7M56 34a24 12 0 0 1-42 7" />
              <path d="M52 12v13H39M12 52V39h13" />
            </svg>
          </Press>
        }
      >
        <BadgeBack />
      </Show>
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.card} label={words.t('label.my-card')} say="label.my-card" href="/scan" />
        <BigButton
          tone="ink"
          tall
          primary={turned()}
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.try-it')}
          say="label.try-it"
          href="/look?at=question"
        />
      </div>
    </PersonScreen>
  );
};

/** What any badge says: who, what, and somebody who saw it. */
const BadgeBack = (): JSX.Element => (
  <div class="look-back fill hue-indigo">
    <span class="look-fact" data-say="say.look-who">
      <Picture of="figure-05" />
    </span>
    <span class="look-fact look-what" data-say="say.look-what">
      <HowScene of="together" figure="figure-05" mark="leaf" />
    </span>
    <span class="look-fact look-seen" data-say="say.look-seen">
      <Face figure="figure-08" mark="cup" />
      <svg class="look-says" viewBox="0 0 64 56" aria-hidden="true">
        <path class="look-bubble" d="M32 3c17 0 29 9 29 21S49 45 32 45c-3 0-6 0-9-1L9 53l4-14C6 35 3 30 3 24 3 12 15 3 32 3z" />
        <path class="look-tick" d="M20 24l9 9 16-17" />
      </svg>
    </span>
  </div>
);

/** Three equal pictures: there is no wrong one. */
const DEMO_CHOICES = choices('bus', 'bicycle', 'walk');

const DemoQuestion = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = createSignal<string>();
  const touch = (picture: string): void => {
    setChosen(picture);
    if (app.sound() === 'aloud' || app.sound() === 'earphones') app.say([`option.${picture}`]);
  };
  return (
    <PersonScreen
      name="look-question"
      say={['title.look-question', ...DEMO_CHOICES.map(({ picture }) => `option.${picture}`), 'line.look-free']}
      back="/look"
      scan="shown"
    >
      <Heading title={words.t('title.look-question')} say="title.look-question" line={words.t('line.look-free')} lineSay="line.look-free" />
      {/* biome-ignore lint/a11y/useSemanticElements: three equal answers, not a form */}
      <div class="look-three" role="group" aria-label={words.t('title.look-question')} data-primary={chosen() ? undefined : ''}>
        <For each={DEMO_CHOICES}>
          {({ picture, label }) => (
            <Tile
              label={label ? inLocale(label, words.locale) : ''}
              say={`option.${picture}`}
              pressed={chosen() === picture}
              onPress={() => touch(picture)}
            >
              <Picture of={picture as 'kit-bus'} />
            </Tile>
          )}
        </For>
        <Show when={chosen()}>
          <BigButton
            tone="ink"
            tall
            primary
            glyph={GLYPHS['arrow-right']}
            label={words.t('label.go-on')}
            say="label.go-on"
            onPress={() => navigate('/')}
          />
        </Show>
      </div>
    </PersonScreen>
  );
};
