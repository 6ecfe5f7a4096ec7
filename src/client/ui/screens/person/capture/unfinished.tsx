import type { JSX } from 'solid-js';
import type { TakeView } from '../../../app-capture.ts';
import { Keeping } from './keeping.tsx';
import '../../../css/capture.css';

/** What was being made when the app was ended: kept now, or thrown away. */
export const Unfinished = (props: { readonly take: TakeView }): JSX.Element => (
  // Once decided it is unfinished no more, and this screen gone.
  <Keeping
    take={props.take}
    title="title.unfinished"
    line="line.unfinished"
    other="drop"
    onDropped={() => undefined}
    onKept={() => undefined}
    onLeave={() => undefined}
  />
);
