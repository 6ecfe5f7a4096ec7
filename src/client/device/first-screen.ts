/** Home as it stands on the screen, told to whoever keeps it for the next cold start. */
export interface FirstScreen {
  /** Home is drawn in `place` from now on, until the returned stop is called. */
  stands(): () => void;
  /** What home would say has changed while it is not drawn: what was kept is no longer so. */
  changed(): void;
  /** The device is nobody's. */
  forget(): void;
}

export interface FirstScreenDeps {
  readonly place: Element;
  /** The address of the program that draws. */
  readonly code: string;
  readonly tell: (stood: { code: string; html: string; lang: string; dir: string } | null) => void;
  readonly later: (work: () => void) => void;
}

/** A picture of home, as markup: nothing in it runs, and style attributes, which the content policy forbids in a page, are left out. */
export const makeFirstScreen = ({ place, code, tell, later }: FirstScreenDeps): FirstScreen => {
  let told: string | null | undefined;
  let standing = false;
  let waits = false;
  const say = (html: string | null): void => {
    const { lang, dir } = document.documentElement;
    const key = html && `${lang} ${html}`;
    if (key === told) return;
    told = key;
    tell(html === null ? null : { code, html, lang, dir });
  };
  const look = (): void => {
    waits = false;
    if (standing) say(markupOf(place));
  };
  const lookLater = (): void => {
    if (waits) return;
    waits = true;
    later(look);
  };
  return {
    stands: () => {
      standing = true;
      const watch = new MutationObserver(lookLater);
      watch.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
      lookLater();
      return () => {
        standing = false;
        watch.disconnect();
      };
    },
    changed: () => {
      // What has changed may be about to bring home.
      setTimeout(() => {
        if (!standing) say(null);
      });
    },
    forget: () => say(null),
  };
};

const markupOf = (place: Element): string => {
  const copy = place.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll('[style]')) one.removeAttribute('style');
  for (const one of copy.querySelectorAll('script')) one.remove();
  return copy.innerHTML;
};
