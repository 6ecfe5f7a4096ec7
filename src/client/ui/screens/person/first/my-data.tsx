import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { TakenAway } from '../../../app-first.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Refused } from '../../../parts/refused.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { Looking } from '../looking.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { FileScene } from './file-scene.tsx';
import './first.css';

/** All that is mine: what I show, what I agreed to, taken away as one file with one touch, or erased from this device. */
export const MyData = (): JSX.Element => {
  const app = useApp();
  const [made, setMade] = createSignal<'nothing' | 'making' | 'failed' | TakenAway>('nothing');
  const take = async (): Promise<void> => {
    setMade('making');
    setMade((await app.takeAway()) ?? 'failed');
  };
  const done = (): TakenAway | undefined => {
    const now = made();
    return typeof now === 'object' ? now : undefined;
  };
  return (
    <Switch fallback={<Ways onTake={() => void take()} />}>
      <Match when={made() === 'making'}>
        <Looking scene={{ picture: 'a-badge' }} />
      </Match>
      <Match when={made() === 'failed'}>
        <Failed onAgain={() => void take()} onBack={() => setMade('nothing')} />
      </Match>
      <Match when={done()}>{(file) => <Done share={file().share} onBack={() => setMade('nothing')} />}</Match>
    </Switch>
  );
};

const Ways = (props: { readonly onTake: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="my-data" say={['label.my-data', 'label.shown', 'label.my-consent', 'label.take-away', 'label.erase']} back="/me">
      <h1 class="title" data-say="label.my-data">
        {words.t('label.my-data')}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
      <div class="four" role="group" aria-label={words.t('label.my-data')} data-primary="">
        <Tile label={words.t('label.shown')} say="label.shown" href="/me/shown">
          <Picture of="my-shown" />
        </Tile>
        <Tile label={words.t('label.my-consent')} say="label.my-consent" href="/consent?from=me">
          <Picture of="they-agree" />
        </Tile>
        <Tile label={words.t('label.take-away')} say="label.take-away" onPress={props.onTake}>
          <FileScene />
        </Tile>
        <Tile label={words.t('label.erase')} say="label.erase" href="/me/data/erase">
          <Glyph of={GLYPHS.trash} class="big-glyph" />
        </Tile>
      </div>
    </PersonScreen>
  );
};

const Done = (props: { readonly share: TakenAway['share']; readonly onBack: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="taken-away" say={['title.taken-away', 'line.taken-away']} back={props.onBack} backIsPrimary={!props.share}>
      <span class="fill" data-say="line.taken-away">
        <FileScene saved />
      </span>
      <Heading title={words.t('title.taken-away')} say="title.taken-away" line={words.t('line.taken-away')} lineSay="line.taken-away" />
      <Show when={props.share}>
        {(share) => (
          <div class="actions">
            <BigButton
              tone="ink"
              primary
              glyph={GLYPHS.share}
              label={words.t('label.share')}
              say="label.share"
              onPress={() => void share()()}
            />
          </div>
        )}
      </Show>
    </PersonScreen>
  );
};

const Failed = (props: { readonly onAgain: () => void; readonly onBack: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['entry.Broken', 'next.Broken']} back={props.onBack}>
      <Refused
        scene={{ picture: 'being-mended' }}
        title={words.t('entry.Broken')}
        line={words.t('next.Broken')}
        say="entry.Broken"
        lineSay="next.Broken"
      >
        <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.try')} say="label.try" onPress={props.onAgain} />
      </Refused>
    </PersonScreen>
  );
};
