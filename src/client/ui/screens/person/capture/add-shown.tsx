import { useNavigate, useParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { Key } from '#i18n/fr';
import { useApp } from '../../../app.ts';
import { ChoiceScene } from '../../../parts/choice-scene.tsx';
import { Heading } from '../../../parts/heading.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { Capture } from './capture.tsx';
import '../../../css/capture.css';

const WAYS = [
  { kind: 'photo', label: 'label.photo' },
  { kind: 'voice', label: 'label.my-voice' },
  { kind: 'video', label: 'label.a-film' },
  { kind: 'attestation', label: 'label.a-paper' },
] as const satisfies readonly { readonly kind: string; readonly label: Key }[];

/** Four ways to show something: a photo, my voice, a film, a paper; each with the picture it has in a question. */
export const AddShown = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="add-shown" say={['title.what-to-show', ...WAYS.map(({ label }) => label)]} back="/me/shown">
      <Heading title={words.t('title.what-to-show')} say="title.what-to-show" />
      <div class="fill add-ways" data-primary="">
        <For each={WAYS}>
          {({ kind, label }) => (
            <Tile label={words.t(label)} say={label} href={`/me/shown/new/${kind}`}>
              <ChoiceScene of={`way-${kind}`} figure={app.me()?.figure ?? 'figure-13'} mark={app.me()?.mark ?? 'drop'} />
            </Tile>
          )}
        </For>
      </div>
    </PersonScreen>
  );
};

/** Makes the one that was chosen, then goes to what I show. */
export const AddThis = (): JSX.Element => {
  const params = useParams();
  const navigate = useNavigate();
  const kind = () => WAYS.find((way) => way.kind === params['kind'])?.kind ?? 'photo';
  return (
    <Show when={kind()} keyed>
      {(of) => (
        <Capture
          kind={of}
          onKept={() => navigate('/me/shown', { replace: true })}
          onLeave={() => navigate('/me/shown/new', { replace: true })}
        />
      )}
    </Show>
  );
};
