import { type Component, createContext, createEffect, createResource, createSignal, type JSX, onMount, Show, useContext } from 'solid-js';
import { localeOf } from '#i18n/locales';
import { createWords, type Part, type Words } from '#i18n/words';
import { useApp } from './app.ts';

interface Spoken {
  readonly words: () => Words;
  /** Brings a part of the words; it stays. */
  want(parts: readonly Part[]): void;
}

const WordsContext = createContext<Spoken>();

const useSpoken = (): Spoken => {
  const spoken = useContext(WordsContext);
  if (!spoken) throw new Error('no words above this part: wrap it in Speech');
  return spoken;
};

/** The words of the screen's language; follows it when it changes. */
export const useWords = (): Words => {
  const { words } = useSpoken();
  return {
    get locale() {
      return words().locale;
    },
    get dir() {
      return words().dir;
    },
    get parts() {
      return words().parts;
    },
    t: (key, values) => words().t(key, values),
  };
};

/**
 * Gives words to what is inside, and the page its language and direction. Nothing is shown until they are here: no flash of French.
 * `parts`: what is wanted from the beginning, beyond the first words.
 */
export const Speech = (props: {
  readonly locale: string;
  readonly parts?: readonly Part[];
  readonly children: JSX.Element;
}): JSX.Element => {
  const all = createWords();
  // oxlint-disable-next-line solid/reactivity
  const [wanted, setWanted] = createSignal<readonly Part[]>(props.parts ?? []);
  const [words] = createResource(
    () => ({ tag: localeOf(props.locale).tag, parts: wanted() }),
    ({ tag, parts }) => all.ready(tag, parts) ?? all.load(tag, parts),
  );
  const want = (parts: readonly Part[]): void => {
    const missing = parts.filter((part) => !wanted().includes(part));
    if (missing.length > 0) setWanted([...wanted(), ...missing]);
  };
  createEffect(() => {
    document.documentElement.lang = localeOf(props.locale).tag;
    document.documentElement.dir = localeOf(props.locale).dir;
  });
  return (
    <Show when={words.latest}>
      {(here) => <WordsContext.Provider value={{ words: here, want }}>{props.children}</WordsContext.Provider>}
    </Show>
  );
};

/** A screen that says and does more than the first ones: it is drawn when its words, and the rest of the App, are here. */
export const saying =
  <Props extends object>(parts: readonly Part[], Screen: Component<Props> & { readonly preload?: () => unknown }): Component<Props> =>
  (props) => {
    const { words, want } = useSpoken();
    const app = useApp();
    void Screen.preload?.();
    onMount(() => {
      want(parts);
      app.comeWhole();
    });
    return (
      <Show when={app.isWhole() && parts.every((part) => words().parts.has(part))}>
        <Screen {...props} />
      </Show>
    );
  };
