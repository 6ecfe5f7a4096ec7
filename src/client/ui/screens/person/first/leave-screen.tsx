import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { Left } from '../../../app-leaving.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Refused } from '../../../parts/refused.tsx';
import { Scene } from '../../../parts/scene.tsx';
import { useWords } from '../../../words.tsx';
import { Looking } from '../looking.tsx';
import { PersonScreen } from '../person-screen.tsx';
import './first.css';

/** Nobody touches the phone for this long after being asked: she has left without saying so. */
const ANSWER_MS = 30_000;

/** I leave this phone to the next person; or, when nobody touched it for a while (`?at=still-here`), am I still there? */
export const LeaveScreen = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ at?: string }>();
  const [done, setDone] = createSignal<'asking' | 'leaving' | Left>('asking');
  const leave = async (): Promise<void> => {
    setDone('leaving');
    setDone(await app.leave().catch(() => 'busy' as const));
  };
  const isAsked = (): boolean => search.at === 'still-here';
  return (
    <Switch fallback={<Looking scene={{ card: app.me()?.figure ?? null }} />}>
      <Match when={done() === 'asking'}>
        <Show when={isAsked()} fallback={<Ask onLeave={() => void leave()} />}>
          <StillHere onHere={() => navigate('/', { replace: true })} onLeave={() => void leave()} />
        </Show>
      </Match>
      <Match when={done() === 'no-key' || done() === 'busy'}>
        <NotYet onAgain={() => void leave()} />
      </Match>
    </Switch>
  );
};

const Ask = (props: { readonly onLeave: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const waits = (): boolean => app.safety() !== 'arrived';
  const line = () => (waits() ? 'line.leave-waiting' : 'line.erase-card');
  return (
    <PersonScreen name="leave" say={['title.leave', 'line.erase', line(), 'label.stay', 'label.leave']} back="/me">
      <Show when={waits()} fallback={<Scene of={{ card: app.me()?.figure ?? null }} class="fill" say="line.erase-card" />}>
        <Scene of={{ picture: 'kept-here' }} sign={GLYPHS.lock} class="fill" say="line.leave-waiting" />
      </Show>
      <Heading title={words.t('title.leave')} say="title.leave" line={words.t('line.erase')} lineSay="line.erase">
        <p class="line" data-say={line()}>
          {words.t(line())}
        </p>
      </Heading>
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.phone} label={words.t('label.stay')} say="label.stay" href="/" />
        <BigButton tone="ink" tall primary glyph={GLYPHS.door} label={words.t('label.leave')} say="label.leave" onPress={props.onLeave} />
      </div>
    </PersonScreen>
  );
};

const StillHere = (props: { readonly onHere: () => void; readonly onLeave: () => void }): JSX.Element => {
  const words = useWords();
  const timer = setTimeout(() => props.onLeave(), ANSWER_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <PersonScreen name="still-here" say={['title.still-here', 'line.still-here', 'label.still-here', 'label.leave']} back={props.onHere}>
      <Picture of="kept-here" class="fill" say="line.still-here" />
      <Heading title={words.t('title.still-here')} say="title.still-here" line={words.t('line.still-here')} lineSay="line.still-here" />
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.door} label={words.t('label.leave')} say="label.leave" onPress={props.onLeave} />
        <BigButton
          tone="ink"
          tall
          primary
          glyph={GLYPHS.tick}
          label={words.t('label.still-here')}
          say="label.still-here"
          onPress={props.onHere}
        />
      </div>
    </PersonScreen>
  );
};

/** It could not be closed for the server yet: nothing was changed, and she stays. */
const NotYet = (props: { readonly onAgain: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.not-left', 'line.not-left']} back="/me">
      <Refused
        scene={{ picture: 'kept-here' }}
        title={words.t('title.not-left')}
        line={words.t('line.not-left')}
        say="title.not-left"
        lineSay="line.not-left"
      >
        <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.try')} say="label.try" onPress={props.onAgain} />
      </Refused>
    </PersonScreen>
  );
};
