import type { JSX } from 'solid-js';
import { Heading } from './heading.tsx';
import { Scene, type SceneOf } from './scene.tsx';

interface RefusedProps {
  readonly scene: SceneOf;
  readonly sign?: string | undefined;
  readonly title: string;
  readonly line: string;
  readonly say: string;
  readonly lineSay: string;
  /** The one way on. */
  readonly children: JSX.Element;
}

/** Something cannot be done now: a picture of why, what to do next, and one way on. Never a code, never a dead end. */
export const Refused = (props: RefusedProps): JSX.Element => (
  <section class="refused" aria-live="polite">
    <Scene of={props.scene} sign={props.sign} class="fill" say={props.say} />
    <Heading title={props.title} say={props.say} line={props.line} lineSay={props.lineSay} />
    <div class="actions">{props.children}</div>
  </section>
);
