import { createSignal, type JSX, Match, Switch } from 'solid-js';
import type { KeptVoice } from '../../app-giving.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { RecordVoice } from '../capture/record-voice.tsx';

/** Long enough to say why, short enough to be heard to its end. */
const VOICE_MS = 30_000;

interface OwnVoiceProps {
  readonly label: string;
  /** The person it is said to. */
  readonly person: string;
  readonly voice: KeptVoice | undefined;
  readonly onVoice: (voice: KeptVoice | undefined) => void;
}

/** The advisor's own voice, if she likes: recorded here, kept at once, sent with what it says. */
export const OwnVoice = (props: OwnVoiceProps): JSX.Element => {
  const words = useWords();
  const [recording, setRecording] = createSignal(false);
  const kept = (voice: KeptVoice): void => {
    setRecording(false);
    props.onVoice(voice);
  };
  return (
    <div class="own-voice">
      <Switch
        fallback={
          <Press class="plain-button" say="staff.voice" onPress={() => setRecording(true)}>
            <Glyph of={GLYPHS.microphone} />
            {props.label}
          </Press>
        }
      >
        <Match when={recording()}>
          <RecordVoice mostMs={VOICE_MS} forWhom={`p:${props.person}`} onKept={kept} onLeave={() => setRecording(false)} />
        </Match>
        <Match when={props.voice}>
          <p class="own-voice-kept" role="status">
            <Glyph of={GLYPHS.tick} />
            {words.t('staff.voice.kept')}
          </p>
          <Press class="plain-button" say="staff.voice.again" onPress={() => setRecording(true)}>
            <Glyph of={GLYPHS.again} />
            {words.t('staff.voice.again')}
          </Press>
        </Match>
      </Switch>
    </div>
  );
};
