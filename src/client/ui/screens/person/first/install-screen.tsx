import { useNavigate, useSearchParams } from '@solidjs/router';
import { For, type JSX, onMount, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { InstallWay } from '../../../app-first.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Scene } from '../../../parts/scene.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { InstallScene } from './install-scene.tsx';
import './first.css';

type Step = {
  readonly sign: Parameters<typeof InstallScene>[0]['sign'];
  readonly at: Parameters<typeof InstallScene>[0]['at'];
  readonly say: string;
};

/** What is touched in each browser's own menu; the last picture is the same everywhere: the icon on the screen. */
const RECIPES: { readonly [way in Exclude<InstallWay, 'touch' | 'none'>]: readonly [Step, Step] } = {
  ios: [
    { sign: 'ios-share', at: 'bottom', say: 'say.install-ios-share' },
    { sign: 'ios-add', at: 'list', say: 'say.install-add' },
  ],
  firefox: [
    { sign: 'dots', at: 'bottom-end', say: 'say.install-menu' },
    { sign: 'add-phone', at: 'list', say: 'say.install-add' },
  ],
  samsung: [
    { sign: 'lines', at: 'bottom-end', say: 'say.install-menu' },
    { sign: 'ios-add', at: 'list', say: 'say.install-add' },
  ],
};

/** The app on the phone's own screen: one touch where the browser has one, else three pictures. Asked once; from "moi" whenever she likes. */
export const InstallScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ from?: string }>();
  onMount(app.installAsked);
  const leave = (): void => navigate(search.from === 'me' ? '/me/data' : '/', { replace: search.from !== 'me' });
  const recipe = (): readonly [Step, Step] | undefined => {
    const way = app.installWay();
    return way === 'touch' || way === 'none' ? undefined : RECIPES[way];
  };
  const install = async (): Promise<void> => {
    await app.install();
    leave();
  };
  return (
    <PersonScreen
      name="install"
      say={['title.on-screen', 'line.on-screen', ...(recipe()?.map(({ say }) => say) ?? []), 'say.install-icon']}
      back={leave}
    >
      <Heading title={words.t('title.on-screen')} say="title.on-screen" line={words.t('line.on-screen')} lineSay="line.on-screen" />
      <Show when={recipe()} fallback={<Scene of={{ app: true }} class="fill" say="say.install-icon" />}>
        {(steps) => (
          <ol class="install-steps fill">
            <For each={steps()}>
              {(step) => (
                <li data-say={step.say}>
                  <InstallScene sign={step.sign} at={step.at} />
                  <Glyph of={GLYPHS['arrow-right']} class="install-arrow forward" />
                </li>
              )}
            </For>
            <li data-say="say.install-icon">
              <Scene of={{ app: true }} class="install-icon" />
            </li>
          </ol>
        )}
      </Show>
      <div class="actions" classList={{ 'actions-equal': app.installWay() === 'touch' }}>
        <BigButton
          tone={app.installWay() === 'touch' ? 'paper' : 'ink'}
          tall={app.installWay() === 'touch'}
          primary={app.installWay() !== 'touch'}
          picture="badge-pocket"
          label={words.t('label.later')}
          say="label.later"
          onPress={leave}
        />
        <Show when={app.installWay() === 'touch'}>
          <BigButton
            tone="ink"
            tall
            primary
            glyph={GLYPHS.plus}
            label={words.t('label.install')}
            say="label.install"
            onPress={() => void install()}
          />
        </Show>
      </div>
    </PersonScreen>
  );
};
