import type { JSX } from 'solid-js';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** Something is being looked up: the bars are there already, nothing moves, nothing hurries. */
export const Looking = (props: { readonly back: string | (() => void) }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="looking" say={[]} back={props.back}>
      <h1 class="only-heard">{words.t('title.look')}</h1>
      <div class="waiting" aria-busy="true" />
    </PersonScreen>
  );
};
