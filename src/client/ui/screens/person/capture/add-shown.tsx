import { useNavigate, useParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { Key } from '#i18n/fr';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { Capture } from './capture.tsx';
import '../../../css/capture.css';

const WAYS = [
  { kind: 'photo', label: 'label.photo', glyph: null },
  { kind: 'voice', label: 'label.my-voice', glyph: GLYPHS.microphone },
  { kind: 'video', label: 'label.a-film', glyph: GLYPHS.video },
  { kind: 'attestation', label: 'label.a-paper', glyph: GLYPHS.card },
] as const satisfies readonly { readonly kind: string; readonly label: Key; readonly glyph: string | null }[];

/** Four ways to show something: a photo, my voice, a film, a paper. */
export const AddShown = (): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="add-shown" say={['title.what-to-show', ...WAYS.map(({ label }) => label)]} back="/me/shown">
      <Heading title={words.t('title.what-to-show')} say="title.what-to-show" />
      <div class="fill add-ways" data-primary="">
        <For each={WAYS}>
          {({ kind, label, glyph }) => (
            <Tile label={words.t(label)} say={label} href={`/me/shown/new/${kind}`}>
              <Show when={glyph} fallback={<Picture of="photo-hands" />}>
                {(of) => <Glyph of={of()} class="big-glyph" />}
              </Show>
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
