import { useNavigate } from '@solidjs/router';
import { type JSX, untrack } from 'solid-js';
import { useApp } from '../../../app.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { PhoneScene } from './phone-scene.tsx';
import './first.css';

/** Hers alone, or one that goes from hand to hand: asked once on each phone, after its first card. Without an answer it is hers. */
export const PhoneScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const choose = (phone: 'mine' | 'shared'): void => {
    app.setPhone(phone);
    const home = untrack(app.keptTicket) ? '/e' : '/';
    navigate(untrack(app.consentDue) ? '/consent' : home, { replace: true });
  };
  const figure = () => app.me()?.figure ?? 'figure-01';
  return (
    <PersonScreen name="phone" say={['title.phone', 'line.phone', 'label.phone-mine', 'label.phone-shared']} back="/">
      <Heading title={words.t('title.phone')} say="title.phone" line={words.t('line.phone')} lineSay="line.phone" />
      {/* biome-ignore lint/a11y/useSemanticElements: two equal answers, not a form */}
      <div class="phone-two" role="group" aria-label={words.t('title.phone')} data-primary="">
        <Tile label={words.t('label.phone-mine')} say="label.phone-mine" onPress={() => choose('mine')}>
          <PhoneScene of="mine" figure={figure()} />
        </Tile>
        <Tile label={words.t('label.phone-shared')} say="label.phone-shared" onPress={() => choose('shared')}>
          <PhoneScene of="shared" figure={figure()} />
        </Tile>
      </div>
    </PersonScreen>
  );
};
