import { For, type JSX, Show } from 'solid-js';
import type { Level } from '#domain/level';
import type { Face } from '#domain/person';
import { HowScene } from '../../parts/how-scene.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';

const LEVELS = [
  { level: 1, scene: 'shown' },
  { level: 2, scene: 'alone' },
  { level: 3, scene: 'showing' },
] as const;

interface LevelChoiceProps {
  readonly face: Face;
  readonly chosen: Level;
  /** What she said herself. */
  readonly proposed?: Level | undefined;
  /** What she has already: a badge never goes back. */
  readonly held?: Level | undefined;
  readonly onChosen: (level: Level) => void;
}

/** The three levels as scenes with the person's own figure; the giver decides, what she said is marked. */
export const LevelChoice = (props: LevelChoiceProps): JSX.Element => {
  const words = useWords();
  return (
    <fieldset class="levels">
      <legend class="advisor-title">{words.t('staff.level')}</legend>
      <For each={LEVELS}>
        {({ level, scene }) => (
          <Press
            class="level"
            say="staff.level"
            pressed={props.chosen === level}
            disabled={(props.held ?? 0) >= level}
            onPress={() => props.onChosen(level)}
          >
            <HowScene of={scene} figure={props.face.figure} mark={props.face.mark} class="level-scene-picture" />
            <strong class="level-word">{words.t(`staff.level.${level}`)}</strong>
            <Show when={(props.held ?? 0) >= level}>
              <span class="level-note">{words.t('staff.level.held')}</span>
            </Show>
            <Show when={props.proposed === level && (props.held ?? 0) < level}>
              <span class="level-note">{words.t('staff.level.proposed')}</span>
            </Show>
          </Press>
        )}
      </For>
    </fieldset>
  );
};

/** The level to begin with: what she said, but never one she has. */
export const firstLevel = (proposed: Level, held: Level | undefined): Level => Math.min(3, Math.max(proposed, (held ?? 0) + 1)) as Level;
