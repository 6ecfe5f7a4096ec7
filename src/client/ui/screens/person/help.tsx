import { useNavigate } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Face } from '../../parts/face.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** Help that is real today: the person beside me. Calling my advisor comes with the advisor's screens. */
export const Help = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  return (
    <PersonScreen name="help" say={['title.help', 'line.help']} back={() => (history.length > 1 ? navigate(-1) : navigate('/'))}>
      <Show when={app.me()}>
        {(me) => (
          <p class="who-line" data-say="say.figure">
            <Face figure={me().figure} mark={me().mark} />
            {me().firstName}
          </p>
        )}
      </Show>
      <Picture of="headset-person" class="fill" say="title.help" />
      <Heading title={words.t('title.help')} say="title.help" line={words.t('line.help')} lineSay="line.help" />
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS.house} label={words.t('label.home')} say="label.home" href="/" />
      </div>
    </PersonScreen>
  );
};
