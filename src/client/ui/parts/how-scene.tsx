import type { JSX } from 'solid-js';
import { howSceneSvg } from '#artwork/how-scene';
import type { HOW_SCENES } from '#domain/level';
import type { Mark } from '#domain/person';
import { Drawing } from './drawing.tsx';

interface HowSceneProps {
  readonly of: (typeof HOW_SCENES)[number];
  readonly figure: string;
  readonly mark: Mark;
  readonly class?: string;
  readonly say?: string;
}

/** One of the four scenes of *Comment faites-vous ?*, with the person's own figure in it; what it stands in has the name. */
export const HowScene = (props: HowSceneProps): JSX.Element => (
  <Drawing
    svg={howSceneSvg({ of: props.of, figure: props.figure, mark: props.mark })}
    class={`how-scene ${props.class ?? ''}`}
    {...(props.say === undefined ? {} : { say: props.say })}
  />
);
