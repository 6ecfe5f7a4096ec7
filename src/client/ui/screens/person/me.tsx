import { type JSX, Match, Show, Switch } from 'solid-js';
import { useApp } from '../../app.ts';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { Scene } from '../../parts/scene.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** My face, where my things are, that the app needs no network, what is mine, and the only two things there are to set: the voice and the language. */
export const MeScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen
      name="me"
      say={[
        'say.figure',
        `label.${app.safety()}`,
        ...(app.phone() === 'shared' ? ['label.leave'] : app.readyOffline() ? ['line.ready-offline'] : []),
        'label.my-data',
        'label.sound',
        'label.language',
      ]}
      back="/"
    >
      <Show when={app.me()}>
        {(me) => (
          <>
            <Face figure={me().figure} mark={me().mark} class="fill face-large" say="say.figure" />
            <h1 class="title" data-say="say.figure">
              {me().firstName}
            </h1>
          </>
        )}
      </Show>
      <div class="me-facts">
        <MySafety />
        <NextForPhone />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
      <div
        class="actions actions-three"
        role="group"
        aria-label={words.t('label.me')}
        data-primary={app.phone() === 'shared' ? undefined : ''}
      >
        <Tile label={words.t('label.my-data')} say="label.my-data" href="/me/data">
          <Picture of="my-shown" class="me-shown" />
        </Tile>
        <Tile label={words.t('label.sound')} say="label.sound" href="/me/sound">
          <Glyph of={GLYPHS['speaker-high']} class="big-glyph" />
        </Tile>
        <Tile label={words.t('label.language')} say="label.language" href="/me/language">
          <Glyph of={GLYPHS.language} class="big-glyph" />
        </Tile>
      </div>
    </PersonScreen>
  );
};

/** Where my things are; what has not arrived can be sent by somebody. */
const MySafety = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <Show
      when={app.safety() === 'arrived'}
      fallback={
        <Press class="me-send" say="label.courier" href="/me/courier">
          <SafetyMark safety={app.safety()} name="" class="me-fact" />
          <span>
            {words.t(`label.${app.safety()}`)}
            <br />
            {words.t('label.courier')}
          </span>
          <Picture of="show-phones" class="me-fact" />
        </Press>
      }
    >
      <p data-say="label.arrived">
        <SafetyMark safety="arrived" name="" class="me-fact" />
        {words.t('label.arrived')}
      </p>
    </Show>
  );
};

/** One thing this phone has to say: that one leaves it, that it could have the icon, or that it needs no network. */
const NextForPhone = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <Switch>
      <Match when={app.phone() === 'shared'}>
        <Press class="me-send" say="label.leave" href="/leave" primary>
          <Glyph of={GLYPHS.door} class="me-fact" />
          {words.t('label.leave')}
        </Press>
      </Match>
      <Match when={app.safety() === 'arrived' && app.installWay() !== 'none'}>
        <Press class="me-send" say="label.on-screen" href="/install?from=me">
          <Scene of={{ app: true }} class="me-fact" />
          {words.t('label.on-screen')}
        </Press>
      </Match>
      <Match when={app.readyOffline()}>
        <p data-say="line.ready-offline">
          <Picture of="ready-offline" class="me-fact" />
          {words.t('line.ready-offline')}
        </p>
      </Match>
    </Switch>
  );
};
