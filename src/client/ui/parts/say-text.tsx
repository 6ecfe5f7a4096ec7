import type { JSX } from 'solid-js';
import type { Key } from '#i18n/words';
import { useWords } from '../words.tsx';

/** A title that can be heard. */
export const Title = (props: { readonly say: Key }): JSX.Element => {
  const t = useWords();
  return (
    <h1 class="title" data-say={props.say}>
      {t(props.say)}
    </h1>
  );
};

/** One sentence under a picture, that can be heard. */
export const Said = (props: { readonly say: Key }): JSX.Element => {
  const t = useWords();
  return (
    <p class="said" data-say={props.say}>
      {t(props.say)}
    </p>
  );
};
