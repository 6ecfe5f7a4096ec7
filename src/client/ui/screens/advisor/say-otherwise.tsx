import { createSignal, type JSX } from 'solid-js';
import type { KeptVoice } from '../../app-giving.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { OwnVoice } from './own-voice.tsx';

interface SayOtherwiseProps {
  readonly say: 'continue' | 'talk';
  readonly person: string;
  readonly name: string;
  readonly onSay: (voice: KeptVoice | undefined) => Promise<void>;
  readonly onLeave: () => void;
}

/** *On continue* or *on en parle*, best by voice; without one the app says it in its own words. */
export const SayOtherwise = (props: SayOtherwiseProps): JSX.Element => {
  const words = useWords();
  const [voice, setVoice] = createSignal<KeptVoice>();
  const [busy, setBusy] = createSignal(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    await props.onSay(voice());
    setBusy(false);
  };
  return (
    <div class="confirm">
      <h2 class="advisor-title">{words.t(`staff.${props.say}`)}</h2>
      <p class="staff-line">{words.t(props.say === 'continue' ? 'staff.continue.why' : 'staff.talk.why', { name: props.name })}</p>
      <OwnVoice label={words.t('staff.voice')} person={props.person} voice={voice()} onVoice={setVoice} />
      <div class="confirm-actions">
        <BigButton
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t(voice() ? 'staff.send' : 'staff.send.quiet')}
          say="staff.send"
          disabled={busy()}
          onPress={() => void send()}
        />
        <BigButton tone="paper" label={words.t('staff.cancel')} say="staff.cancel" onPress={() => props.onLeave()} />
      </div>
    </div>
  );
};
