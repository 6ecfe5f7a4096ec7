import type { JSX } from 'solid-js';
import type { App } from '../app.ts';

/** One thing to look at: a part or a screen in one of its states. */
export interface Entry {
  /** Its address below `/gallery/`: kebab-case, unique. */
  readonly name: string;
  /** Which files it shows, from `client/ui/`; a test holds every screen and every part to one. */
  readonly files: readonly string[];
  /** Which rules it is held to: a person's screen never scrolls, staff may read, a part stands in something else. */
  readonly kind: 'person' | 'staff' | 'part';
  readonly show: () => JSX.Element;
  /** The route's pattern and the address looked at, for screens that read it. */
  readonly path?: string;
  readonly at?: string;
  /** What this App says differently from `fixedApp`. */
  readonly app?: Partial<App>;
  /** What is pressed to come to this state: selectors, one after the other, each as soon as it is there. */
  readonly presses?: readonly string[];
}
