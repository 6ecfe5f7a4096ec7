import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';

/** Without network the codes work and the counter waits: said calmly, because nothing is wrong. */
export const OfflineNotice = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <div class="notice-place" role="status">
      <Show when={!app.online()}>
        <p class="notice">
          <Glyph of={GLYPHS['no-wifi']} />
          {words.t('staff.no-network')}
        </p>
      </Show>
    </div>
  );
};
