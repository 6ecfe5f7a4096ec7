import { For, type JSX } from 'solid-js';
import { useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

const CHOICES = [
  { sound: 'aloud', glyph: GLYPHS['speaker-high'] },
  { sound: 'earphones', glyph: GLYPHS.headphones },
  { sound: 'quiet', glyph: GLYPHS['speaker-slash'] },
] as const;

interface SoundChoiceProps {
  readonly steps?: { readonly at: number; readonly of: number };
  readonly back?: string;
  /** A first start without a card: one can be scanned instead of answering. */
  readonly scan?: boolean;
  readonly onChosen: () => void;
}

/** Aloud, in earphones or quiet: asked before anything is said, because a voice tells the room "I cannot read". */
export const SoundChoice = (props: SoundChoiceProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const choose = (sound: (typeof CHOICES)[number]['sound']): void => {
    app.setSound(sound);
    props.onChosen();
  };
  return (
    <PersonScreen
      name="sound"
      say={['title.sound', 'label.aloud', 'label.earphones', 'label.quiet']}
      back={props.back ?? '/'}
      {...(props.steps && { steps: props.steps })}
      {...(props.scan && { scan: 'shown' as const })}
    >
      <Heading title={words.t('title.sound')} say="title.sound" line={words.t('line.sound')} lineSay="line.sound" />
      {/* biome-ignore lint/a11y/useSemanticElements: three equal answers, not a form */}
      <div class="three" role="group" aria-label={words.t('title.sound')} data-primary="">
        <For each={CHOICES}>
          {(choice) => (
            <Tile
              label={words.t(`label.${choice.sound}`)}
              say={`label.${choice.sound}`}
              pressed={app.sound() === choice.sound}
              onPress={() => choose(choice.sound)}
            >
              <Glyph of={choice.glyph} class="big-glyph" />
            </Tile>
          )}
        </For>
      </div>
    </PersonScreen>
  );
};
