import { createSignal, type JSX, Show } from 'solid-js';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';

interface BringBadgeProps {
  readonly onBadge: (badge: Blob | string) => void;
  readonly onScan: () => void;
}

/** The ways a badge can be brought: as a file, by the camera, as a link or a text. */
export const BringBadge = (props: BringBadgeProps): JSX.Element => {
  const words = useWords();
  const [writes, setWrites] = createSignal(false);
  return (
    <>
      <div class="public-card bring">
        <Picture of="a-badge" class="bring-picture" />
        <h1 class="public-title">{words.t('check.title')}</h1>
        <p class="public-line">{words.t('check.line')}</p>
        <div class="bring-ways">
          <label class="public-button bring-way bring-file" data-primary="">
            <input
              class="file-input"
              type="file"
              accept=".json,.jsonld,.jwt,.png,.svg,.1ob,.txt,application/json,image/png,image/svg+xml,text/plain"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (file) props.onBadge(file);
              }}
            />
            <Glyph of={GLYPHS.upload} />
            {words.t('check.file')}
          </label>
          <Press class="public-button bring-way" say="check.scan" onPress={() => props.onScan()}>
            <Glyph of={GLYPHS['qr-code']} />
            {words.t('check.scan')}
          </Press>
          <Press class="public-button bring-way" say="check.text" onPress={() => setWrites(true)} pressed={writes()}>
            <Glyph of={GLYPHS.pencil} />
            {words.t('check.text')}
          </Press>
        </div>
        <p class="public-label bring-drop">{words.t('check.drop')}</p>
      </div>
      <Show when={writes()}>
        <Paste onText={(text) => props.onBadge(text)} />
      </Show>
    </>
  );
};

const Paste = (props: { readonly onText: (text: string) => void }): JSX.Element => {
  const words = useWords();
  const [text, setText] = createSignal('');
  const look = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text().trim() !== '') props.onText(text());
  };
  return (
    <form class="public-card bring-text" onSubmit={look}>
      <label class="bring-label" for="badge-text">
        {words.t('check.paste')}
      </label>
      <textarea
        id="badge-text"
        rows="5"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        ref={(field) => queueMicrotask(() => field.focus())}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="public-button" disabled={text().trim() === ''}>
        <Glyph of={GLYPHS.search} />
        {words.t('check.look')}
      </button>
    </form>
  );
};
