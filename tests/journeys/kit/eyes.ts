import type { BrowserContext, Page } from '@playwright/test';
import { FIRST } from '#client/ui/parts/first-pictures.gen';
import { GLYPHS } from '#client/ui/parts/glyphs.gen';

/**
 * Somebody who cannot read, and hears nothing, before a phone. Every letter and digit is a grey block, and what a screen reader would say is
 * gone. What is left to her: the pictures, and where they stand. A picture is what is drawn inside something that can be pressed, by the name of
 * its drawing: a file of `/pictures`, a glyph of the house, the picture within a badge. Nothing else of the page is looked at.
 */
export interface Eyes {
  /** Touches the middle of what shows this picture (between the two bars first), once the screen is still; then waits until something has changed. */
  touch(picture: string): Promise<void>;
  /** The same in the two bars. */
  touchBar(picture: string): Promise<void>;
  /** Touches the nth thing between the two bars, in the order one looks (top to bottom, left to right), whatever is drawn on it. */
  touchPlace(place: number): Promise<void>;
  /** Waits until this picture can be seen, pressable or not. */
  see(picture: string): Promise<void>;
  /** What can be pressed between the bars, by its pictures, in the order one looks. */
  look(): Promise<readonly (readonly string[])[]>;
  /** Lets so many milliseconds pass, as one does while speaking. */
  wait(ms: number): Promise<void>;
  /** So far: fingers on the glass, and characters typed. */
  readonly taps: () => number;
  readonly typed: () => number;
}

interface Thing {
  readonly pictures: readonly string[];
  readonly between: boolean;
  readonly x: number;
  readonly y: number;
}

interface Sight {
  readonly things: readonly Thing[];
  /** Every picture that is drawn, pressable or not. */
  readonly drawn: readonly string[];
  /** The whole of it in one line: two equal lines are the same screen, standing still. */
  readonly print: string;
  /** Text that a grey block should have covered. */
  readonly legible: readonly string[];
}

/** Runs in the page before anything of it: no word is ever drawn, and none is left for a screen reader. */
const veil = (): void => {
  const block = '▒';
  const spoken = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'];
  const cover = (node: Node): void => {
    if (node instanceof Text) {
      if (node.parentElement?.closest('script, style')) return;
      const covered = node.data.replace(/[^\s▒]/gu, block);
      if (covered !== node.data) node.data = covered;
      return;
    }
    if (node instanceof Element)
      for (const name of spoken) {
        const now = node.getAttribute(name);
        if (now && now !== block) node.setAttribute(name, block);
      }
    for (const child of node.childNodes) cover(child);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) cover(node);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: spoken });
};

const firstPath = (markup: string): string => / d="([^"]+)"/.exec(markup)?.[1] ?? '';
const glyphs = Object.entries(GLYPHS).map(([name, markup]) => [firstPath(markup), name] as const);
const inlined = Object.entries(FIRST).map(([name, address]) => [address, name] as const);

const lookAt = (page: Page): Promise<Sight> =>
  page.evaluate(
    ([glyphNames, inlinedNames]) => {
      const [glyphOf, fileOf] = [new Map(glyphNames), new Map(inlinedNames)];
      const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const nameOf = (drawing: Element): string | undefined => {
        if (drawing instanceof SVGSVGElement) {
          return glyphOf.get(drawing.querySelector('path')?.getAttribute('d') ?? '');
        }
        const address = drawing.getAttribute('src') ?? drawing.getAttribute('href') ?? '';
        return fileOf.get(address) ?? /\/pictures\/(.+)\.svg$/.exec(address)?.[1];
      };
      const picturesIn = (inside: ParentNode): string[] =>
        [...inside.querySelectorAll('img, svg.glyph, svg image')].filter(seen).flatMap((drawing) => nameOf(drawing) ?? []);
      const main = document.querySelector('main');
      const things = [...document.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), label')].filter(seen).map((element) => {
        const box = element.getBoundingClientRect();
        return {
          pictures: picturesIn(element),
          between: main?.contains(element) ?? false,
          x: Math.round(box.left + box.width / 2),
          y: Math.round(box.top + box.height / 2),
        };
      });
      const boxes = [...document.querySelectorAll('img, svg')].filter(seen).map((drawing) => {
        const { left, top, width } = drawing.getBoundingClientRect();
        return `${nameOf(drawing) ?? drawing.querySelectorAll('*').length}@${Math.round(left)},${Math.round(top)},${Math.round(width)}`;
      });
      const legible: string[] = [];
      const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        if (/[\p{L}\p{N}]/u.test(node.nodeValue ?? '') && !node.parentElement?.closest('script, style')) legible.push(node.nodeValue ?? '');
      things.sort((a, b) => (Math.abs(a.y - b.y) > 24 ? a.y - b.y : a.x - b.x));
      return { things, drawn: picturesIn(document), print: JSON.stringify([things, boxes]), legible };
    },
    [glyphs, inlined] as const,
  );

const LOOKS_MS = 80;
const PATIENCE_MS = 30_000;

/** Veils every page of this phone, and gives it somebody who looks at it. Call it before anything is opened. */
export const openEyes = async (context: BrowserContext, page: Page): Promise<Eyes> => {
  let [taps, typed] = [0, 0];
  await context.addInitScript(veil);
  await context.exposeFunction('countTyped', () => void typed++);
  await context.addInitScript(() => {
    const count = (): void => (Reflect.get(globalThis, 'countTyped') as () => void)();
    for (const event of ['keydown', 'beforeinput']) addEventListener(event, count, { capture: true });
  });
  const look = async (): Promise<Sight> => {
    const sight = await lookAt(page);
    if (sight.legible.length > 0) throw new Error(`can be read: ${sight.legible.join(' | ')}`);
    return sight;
  };
  /** The first screen that is as wished, and stands still. A page that goes away while it is looked at is looked at again. */
  const until = async <T>(wish: string, find: (sight: Sight) => T | undefined): Promise<T> => {
    const since = Date.now();
    let before: Sight | undefined;
    while (Date.now() - since < PATIENCE_MS) {
      const sight = await look().catch((error: Error) => {
        if (/can be read/.test(error.message)) throw error;
        return undefined;
      });
      const found = sight && find(sight);
      if (found !== undefined && sight?.print === before?.print) return found;
      before = sight;
      await page.waitForTimeout(LOOKS_MS);
    }
    const shown = before?.things.map(({ pictures, between }) => `${between ? '' : 'bar '}[${pictures.join(' ')}]`).join(' ');
    throw new Error(`${wish} was not to be seen: ${shown}; drawn: ${before?.drawn.join(' ')}`);
  };
  const press = async (wish: string, find: (sight: Sight) => Thing | undefined): Promise<void> => {
    const [{ x, y }, before] = await until(wish, (sight) => {
      const thing = find(sight);
      return thing && ([thing, sight.print] as const);
    });
    await page.touchscreen.tap(x, y);
    taps++;
    const since = Date.now();
    while (Date.now() - since < PATIENCE_MS) {
      const now = await look().catch(() => undefined);
      if (now && now.print !== before) return;
      await page.waitForTimeout(LOOKS_MS);
    }
    throw new Error(`nothing changed after ${wish} was touched`);
  };
  const between = ({ things }: Sight): readonly Thing[] => things.filter((thing) => thing.between);
  return {
    touch: (picture) => press(picture, (sight) => [...between(sight), ...sight.things].find(({ pictures }) => pictures.includes(picture))),
    touchBar: (picture) =>
      press(`${picture} in a bar`, ({ things }) => things.find((thing) => !thing.between && thing.pictures.includes(picture))),
    touchPlace: (place) => press(`place ${place}`, (sight) => between(sight)[place]),
    see: async (picture) => void (await until(picture, ({ drawn }) => drawn.includes(picture) || undefined)),
    look: () =>
      until('something to press', (sight) => (between(sight).length > 0 ? between(sight).map(({ pictures }) => pictures) : undefined)),
    wait: (ms) => page.waitForTimeout(ms),
    taps: () => taps,
    typed: () => typed,
  };
};
