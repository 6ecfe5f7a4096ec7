import { createContext, createEffect, createSignal, type JSX, Show, useContext } from 'solid-js';
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
  // oxlint-disable-next-line solid/reactivity -- only the first value; the effect below follows the rest
  const [words, setWords] = createSignal(all.ready(props.locale));
  createEffect(() => {
    const wanted = localeOf(props.locale).tag;
    void all.load(wanted).then((loaded) => {
      if (wanted === localeOf(props.locale).tag) setWords(loaded);
    });
  });
  createEffect(() => {
    document.documentElement.lang = localeOf(props.locale).tag;
    document.documentElement.dir = localeOf(props.locale).dir;
  });
  return <Show when={words()}>{(here) => <WordsContext.Provider value={here}>{props.children}</WordsContext.Provider>}</Show>;
};
