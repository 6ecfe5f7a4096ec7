import { useNavigate } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Face } from '../../parts/face.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** Help that is real today: the person beside me; then back to what I was doing. Calling my advisor comes with the advisor's screens. */
export const Help = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  return (
    <PersonScreen
      name="help"
      say={['title.help', 'line.help']}
      back={() => (history.length > 1 ? navigate(-1) : navigate('/'))}
      backIsPrimary
    >
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
    </PersonScreen>
  );
};
