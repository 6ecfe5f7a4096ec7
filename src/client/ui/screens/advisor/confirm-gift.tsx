import { createSignal, type JSX } from 'solid-js';
import type { Draw } from '#domain/draw';
import type { Level } from '#domain/level';
import type { Face as FaceOf } from '#domain/person';
import type { KeptVoice } from '../../app-giving.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { Face } from '../../parts/face.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { OwnVoice } from './own-voice.tsx';

interface ConfirmGiftProps {
  readonly person: string;
  readonly face: FaceOf;
  readonly draw: Draw;
  readonly level: Level | undefined;
  readonly onGive: (voice: KeptVoice | undefined) => Promise<void>;
  readonly onLeave: () => void;
}

/**
 * The second tap. It stands in the place of ten seconds to undo: an act is on the device at once and for good, and what waited for a timer
 * would be lost with a closed tablet, or go although nobody looks. Here is seen to whom, what and how much; and a voice may be added.
 */
export const ConfirmGift = (props: ConfirmGiftProps): JSX.Element => {
  const words = useWords();
  const [voice, setVoice] = createSignal<KeptVoice>();
  const [busy, setBusy] = createSignal(false);
  const give = async (): Promise<void> => {
    setBusy(true);
    await props.onGive(voice());
    setBusy(false);
  };
  return (
    <div class="confirm">
      <div class="confirm-what" aria-hidden="true">
        <Face figure={props.face.figure} mark={props.face.mark} class="confirm-face" />
        <span class="confirm-badge">
          <Badge draw={props.draw} level={props.level ?? 0} />
        </span>
      </div>
      <h2 class="advisor-title">{words.t('staff.give.to', { name: props.face.firstName })}</h2>
      <p class="staff-line">{[props.draw.title, props.level && words.t(`staff.level.${props.level}`)].filter(Boolean).join(' · ')}</p>
      <OwnVoice label={words.t('staff.give.voice')} person={props.person} voice={voice()} onVoice={setVoice} />
      <div class="confirm-actions">
        <BigButton
          tone="yes"
          primary
          glyph={GLYPHS.give}
          label={words.t('staff.give.yes')}
          say="staff.give.yes"
          disabled={busy()}
          onPress={() => void give()}
        />
        <BigButton tone="paper" label={words.t('staff.cancel')} say="staff.cancel" onPress={() => props.onLeave()} />
      </div>
    </div>
  );
};
