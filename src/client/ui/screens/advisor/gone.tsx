import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { SEE } from './addresses.ts';
import { AdvisorFrame } from './advisor-frame.tsx';

/** What was asked for is not on this device, or not any more: back to the list. */
export const Gone = (): JSX.Element => {
  const words = useWords();
  return (
    <AdvisorFrame
      head={
        <A class="tool" href={SEE}>
          <Glyph of={GLYPHS['arrow-left']} class="forward" />
          {words.t('staff.see')}
        </A>
      }
    >
      <div class="sheet advisor-nothing">
        <Picture of="nothing-here" class="sheet-picture" />
        <h1 class="staff-title">{words.t('staff.gone')}</h1>
      </div>
    </AdvisorFrame>
  );
};
