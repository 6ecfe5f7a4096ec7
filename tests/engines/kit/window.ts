import { vi } from 'vitest';

/** Middle of something on the screen, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height of what a page has, in CSS pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** One window of a real browser, driven by the standard of browsers themselves (WebDriver, or its successor BiDi). */
export interface Window {
  /** Engine and version, as the browser says it. */
  readonly engine: string;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs this in the page and brings back what it gives, as JSON; it sees nothing but its arguments and the page. */
  evaluate<A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** A real press, as a person's: whatever is there gets it. */
  press(at: Point): Promise<void>;
  /** Chooses a file of this machine in the first file input that matches. */
  choose(selector: string, file: string): Promise<void>;
  /** What pages have written as errors or left uncaught until now. */
  complaints(): Promise<readonly string[]>;
  /** What this way of driving the engine cannot show of it, in plain words. */
  readonly blind: readonly string[];
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The expression that runs `work` in a page and gives, as text, `{"value": …}` or `{"error": …}`. */
export const inPage = (work: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `(async () => JSON.stringify({ value: await (${work})(...${JSON.stringify(args)}) }))().catch((error) => JSON.stringify({ error: String(error) }))`;

/** What such an expression gave; throws what was thrown in the page. */
export const fromPage = <T>(text: unknown): T => {
  const given = JSON.parse(String(text)) as { readonly value: T; readonly error?: string };
  if (given.error !== undefined) throw new Error(`in the page: ${given.error}`);
  return given.value;
};

// The machine may be busy with something else: a fact is late long before it is false.
const PATIENCE = { timeout: 30_000, interval: 100 };

/** Middle of the nth match of a selector; what is wrong when it cannot be seen or, asked for, not be pressed. Runs in the page. */
const placeOf = (selector: string, nth: number, toPress: boolean): Point | string => {
  const found = document.querySelectorAll(selector)[nth];
  if (!found) return `nothing matches ${selector} on ${location.pathname}, where ${document.body.innerText.slice(0, 80)}`;
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  if (width === 0 || height === 0) return `${selector} has no size`;
  const hit = document.elementFromPoint(x, y);
  if (hit === null) return `${selector} is outside the window, at ${x}, ${y}`;
  return !toPress || found.contains(hit) ? { x, y } : `${selector} is covered, at ${x}, ${y}`;
};

/** Waits until the first match of a selector is on the screen. */
export const seen = async (window: Window, selector: string): Promise<void> => {
  await vi.waitFor(async () => {
    const place = await window.evaluate(placeOf, selector, 0, false);
    if (typeof place === 'string') throw new Error(place);
  }, PATIENCE);
};

/** Presses the nth match of a selector once it is there and stands still. */
export const tap = async (window: Window, selector: string, nth = 0): Promise<void> => {
  let before = '';
  const place = await vi.waitFor(async () => {
    const now = await window.evaluate(placeOf, selector, nth, true);
    if (typeof now === 'string') throw new Error(now);
    const still = before === `${now.x} ${now.y}`;
    before = `${now.x} ${now.y}`;
    if (!still) throw new Error(`${selector} does not stand still`);
    return now;
  }, PATIENCE);
  await window.press(place);
};

/** One finger that comes down and leaves, as both standards write it. */
export const touchAt = ({ x, y }: Point, pointerType: 'mouse' | 'touch'): readonly unknown[] => [
  {
    type: 'pointer',
    id: 'finger',
    parameters: { pointerType },
    actions: [
      { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];
