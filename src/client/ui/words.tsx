import { createContext, createEffect, createResource, type JSX, Show, useContext } from 'solid-js';
import { localeOf } from '#i18n/locales';
import { createWords, type Words } from '#i18n/words';

const WordsContext = createContext<() => Words>();

/** The words of the screen's language; follows it when it changes. */
export const useWords = (): Words => {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words above this part: wrap it in Speech');
  return {
    get locale() {
      return words().locale;
    },
    get dir() {
      return words().dir;
    },
    t: (key, values) => words().t(key, values),
  };
};

/** Gives words to what is inside, and the page its language and direction. Nothing is shown until they are here: no flash of French. */
export const Speech = (props: { readonly locale: string; readonly children: JSX.Element }): JSX.Element => {
  const all = createWords();
  const [words] = createResource(
    () => localeOf(props.locale).tag,
    (tag) => all.ready(tag) ?? all.load(tag),
  );
  createEffect(() => {
    document.documentElement.lang = localeOf(props.locale).tag;
    document.documentElement.dir = localeOf(props.locale).dir;
  });
  return <Show when={words.latest}>{(here) => <WordsContext.Provider value={here}>{props.children}</WordsContext.Provider>}</Show>;
};
