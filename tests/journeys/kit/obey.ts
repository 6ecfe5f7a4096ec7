import type { Page } from '@playwright/test';

/** What a person's screen is held to (design, rules of ux §1 marked A). */
interface Limits {
  /** Smallest side of anything that can be pressed, in CSS pixels. */
  readonly target: number;
  /** Smallest gap between two of them. */
  readonly gap: number;
  /** Choices besides the fixed bars. */
  readonly choices: number;
  /** Smallest text, in CSS pixels at the default font size. */
  readonly text: number;
}

const personLimits: Limits = { target: 64, gap: 8, choices: 4, text: 18 };

/** Where the fixed buttons stand: sound key → left, top, width, height. */
export type Places = Readonly<Record<string, string>>;

/** Lets the app be seen with letters this much bigger than the browser's default, as a person sets it in her phone. */
export const enlargeText = async (page: Page, share: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: Math.round(16 * share), fixed: Math.round(13 * share) } });
};

/** Each broken rule of the screen that stands now, in words, with the element that breaks it. */
export const brokenRules = (page: Page, limits: Limits = personLimits): Promise<readonly string[]> =>
  page.evaluate((max) => {
    const broken: string[] = [];
    const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const all = (selector: string, inside: ParentNode = document): HTMLElement[] =>
      [...inside.querySelectorAll<HTMLElement>(selector)].filter(seen);
    const named = (element: Element): string => {
      const key = element.closest('[data-say]')?.getAttribute('data-say') ?? '';
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${key}`;
    };
    const rule = (holds: boolean, text: string): void => void (holds || broken.push(text));

    const primaries = all('[data-primary]');
    // While something is awaited there is nothing to do.
    const busy = all('[aria-busy=true]').length > 0;
    rule(primaries.length === 1 || (busy && primaries.length === 0), `rule 1: ${primaries.length} primary actions`);

    const pressable = 'a[href], button, [role=button], [role=radio], [role=link], input, select, summary';
    const pressables = all(pressable).filter((element) => element.getBoundingClientRect().width > 1);
    // Rule 4 asks for pages with big arrows; the twelve pictures of a code and the petals of a flower are the exceptions to four choices.
    const choices = pressables.filter((element) => !element.closest('.bar, .code, .pager, .pager-row, .flower-box'));
    rule(choices.length <= max.choices, `rule 2: ${choices.length} choices`);
    rule(all('.code-key').length <= 12, 'rule 2: more than twelve pictures in a code');

    const root = document.documentElement;
    rule(root.scrollHeight <= innerHeight, `rule 4: scrolls down by ${root.scrollHeight - innerHeight} px`);
    rule(root.scrollWidth <= innerWidth, `rule 4: scrolls sideways by ${root.scrollWidth - innerWidth} px`);
    for (const element of all('main, main *')) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element.closest('svg, .only-heard') || element.matches('video')) continue;
      const cutX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cutY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      rule(!cutX && !cutY, `rule 4: ${named(element)} cuts what is in it`);
      const box = element.getBoundingClientRect();
      const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && box.bottom <= innerHeight + 1;
      rule(inside || box.width === 0, `rule 4: ${named(element)} leaves the screen`);
    }
    const bars = all('.bar').map((bar) => bar.getBoundingClientRect());
    for (const element of all('main > *:not(.only-heard)')) {
      const box = element.getBoundingClientRect();
      for (const bar of bars) {
        const covers = box.top < bar.bottom - 1 && box.bottom > bar.top + 1;
        rule(!covers || box.height === 0, `rule 4: ${named(element)} runs under a bar`);
      }
    }

    const typed = all('input:not([type=file]), textarea, [contenteditable=true]');
    rule(typed.length === 0, `rule 6: ${typed.length} fields to type in`);

    for (const element of pressables) rule(Boolean(element.closest('[data-say]')), `rule 11: ${named(element)} cannot be heard`);
    for (const element of all('main h1, main p, main li, main img, main [role=img]')) {
      if (element.closest('.only-heard') || (element.textContent === '' && !element.matches('img, [role=img]'))) continue;
      const heard = element.closest('[data-say]') ?? element.querySelector('[data-say]');
      rule(Boolean(heard) || Boolean(element.closest('[aria-hidden=true]')), `rule 11: ${named(element)} cannot be heard`);
    }

    for (const label of all('.tile-label, .big-button-label')) {
      const words = (label.textContent ?? '').trim();
      rule([...words].length <= 14 && words.split(/\s+/).length <= 3, `rule 24: the label “${words}” is long`);
    }
    for (const element of all('main *, .bar *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || element.closest('svg, .only-heard')) continue;
      rule(Number.parseFloat(getComputedStyle(element).fontSize) >= max.text, `rule 27: ${named(element)} is smaller than ${max.text} px`);
    }

    const boxes = pressables
      .filter((element) => !element.matches('input[type=file]'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const { element, box } of boxes) {
      const small = box.width < max.target - 0.5 || box.height < max.target - 0.5;
      rule(!small, `rule 29: ${named(element)} is ${Math.round(box.width)}×${Math.round(box.height)}`);
    }
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const apart = Math.max(b.box.left - a.box.right, a.box.left - b.box.right, b.box.top - a.box.bottom, a.box.top - b.box.bottom);
        rule(apart >= max.gap - 0.5, `rule 29: ${named(a.element)} and ${named(b.element)} are ${Math.round(apart)} px apart`);
      }
    }
    return broken;
  }, limits);

/** Where the bars' buttons stand on the screen that stands now. */
export const fixedPlaces = (page: Page): Promise<Places> =>
  page.evaluate(() => {
    const keys = ['label.back', 'label.listen', 'label.home', 'label.help', 'label.scan'];
    const found = keys.flatMap((key) => {
      const button = document.querySelector(`.bar [data-say="${key}"]`);
      if (!button) return [];
      const { left, top, width, height } = button.getBoundingClientRect();
      return [[key, [left, top, width, height].map((side) => Math.round(side)).join(' ')]];
    });
    return Object.fromEntries(found) as Record<string, string>;
  });
