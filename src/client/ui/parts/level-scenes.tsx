import { For, type JSX } from 'solid-js';
import { INK, LIGHT } from '#artwork/hues';
import type { Level } from '#domain/level';
import type { Mark } from '#domain/person';
import { HowScene } from './how-scene.tsx';
import './level-scenes.css';

interface LevelScenesProps {
  /** The level of the badge; null: none yet, all three are still ahead. */
  readonly level: Level | null;
  readonly figure: string;
  readonly mark: Mark;
  /** What the three are called: je découvre, je fais, je montre aux autres. */
  readonly names: readonly [string, string, string];
  /** What each of them says. */
  readonly says: readonly [string, string, string];
}

const SCENES = [
  { level: 1, of: 'shown' },
  { level: 2, of: 'alone' },
  { level: 3, of: 'showing' },
] as const;

/** The three levels of a badge as scenes, under its rings: those that are reached in colour, the others faded. */
export const LevelScenes = (props: LevelScenesProps): JSX.Element => (
  <ol class="level-scenes">
    <For each={SCENES}>
      {({ level, of }, i) => (
        <li
          class="level-scene"
          data-say={props.says[i()]}
          data-reached={(props.level ?? 0) >= level}
          aria-current={props.level === level ? 'step' : undefined}
        >
          <HowScene of={of} figure={props.figure} mark={props.mark} />
          <Ring lit={level} />
          <span class="level-name">{props.names[i()]}</span>
        </li>
      )}
    </For>
  </ol>
);

/** The badge's ring, small: this many of its thirds are lit. */
const Ring = (props: { readonly lit: Level }): JSX.Element => (
  <svg class="level-ring" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="11.500" fill="none" stroke={INK} stroke-width="9" />
    <For each={[0, 1, 2].slice(0, props.lit)}>
      {(third) => (
        <path
          d="M17.200 4.560A11.500 11.500 0 0 1 25.310 22.750"
          fill="none"
          stroke={LIGHT}
          stroke-width="5"
          transform={`rotate(${third * 120} 16 16)`}
        />
      )}
    </For>
  </svg>
);
