import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Press } from '../../../parts/press.tsx';
import { Scene } from '../../../parts/scene.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import './first.css';

/** Time to think better of it. Until it is over nothing is erased: a phone that dies keeps everything. */
const UNDO_MS = 10_000;

/** This device forgets me: first what would be lost is said, then ten calm seconds to undo. */
export const EraseScreen = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [begun, setBegun] = createSignal(false);
  return (
    <Show when={begun()} fallback={<Ask onErase={() => setBegun(true)} />}>
      <Undo onUndo={() => navigate('/me/data')} onOver={() => void app.erase()} />
    </Show>
  );
};

const Ask = (props: { readonly onErase: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const waits = (): boolean => app.safety() !== 'arrived';
  const line = () => (waits() ? 'line.erase-waiting' : 'line.erase-card');
  return (
    <PersonScreen name="erase" say={['title.erase', 'line.erase', line(), 'label.keep', 'label.erase']} back="/me/data">
      <Show when={waits()} fallback={<Scene of={{ card: app.me()?.figure ?? null }} class="fill" say="line.erase-card" />}>
        <Picture of={app.safety()} class="fill" say="line.erase-waiting" />
      </Show>
      <Heading title={words.t('title.erase')} say="title.erase" line={words.t('line.erase')} lineSay="line.erase">
        <p class="line" data-say={line()}>
          {words.t(line())}
        </p>
      </Heading>
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.trash} label={words.t('label.erase')} say="label.erase" onPress={props.onErase} />
        <BigButton tone="ink" tall primary glyph={GLYPHS.tick} label={words.t('label.keep')} say="label.keep" href="/me/data" />
      </div>
    </PersonScreen>
  );
};

const Undo = (props: { readonly onUndo: () => void; readonly onOver: () => void }): JSX.Element => {
  const words = useWords();
  const timer = setTimeout(() => props.onOver(), UNDO_MS);
  // Whoever leaves this screen, by whatever way, has not erased anything.
  onCleanup(() => clearTimeout(timer));
  return (
    <PersonScreen name="erasing" say={['title.erasing', 'line.erasing']} back={props.onUndo}>
      <Press
        class="erase-ring fill"
        say="label.undo"
        name={`${words.t('label.undo')} · ${words.t('name.undo-ring')}`}
        primary
        onPress={props.onUndo}
      >
        <svg viewBox="0 0 120 120" aria-hidden="true">
          <circle class="erase-way" cx="60" cy="60" r="52" />
          <circle class="erase-left" cx="60" cy="60" r="52" pathLength="100" />
          <path class="erase-undo" d="M46 40L30 56l16 16M32 56h36a20 20 0 0 1 0 40H54" />
        </svg>
        <span class="erase-label">{words.t('label.undo')}</span>
      </Press>
      <Heading title={words.t('title.erasing')} say="title.erasing" line={words.t('line.erasing')} lineSay="line.erasing" />
    </PersonScreen>
  );
};
