import { type JSX, Match, Switch } from 'solid-js';
import type { PublicBadge } from '../../app-public.ts';
import { useWords } from '../../words.tsx';
import type { ShownBadge } from './public-facts.ts';
import './public-badge.css';

interface PublicPageProps {
  readonly found: PublicBadge;
  readonly shown: (badge: () => ShownBadge) => JSX.Element;
  readonly notShown: JSX.Element;
  readonly noNetwork: JSX.Element;
}

/** A badge somebody shows, in anybody's browser, without an account; or why there is none to see. */
export const PublicPage = (props: PublicPageProps): JSX.Element => {
  const words = useWords();
  const shown = (): ShownBadge | undefined => (props.found.state === 'shown' ? props.found : undefined);
  return (
    <main class="public" aria-busy={props.found.state === 'loading'}>
      <p class="public-what">{words.t('fact.open-badge')}</p>
      <Switch>
        <Match when={shown()}>{(badge) => props.shown(badge)}</Match>
        <Match when={props.found.state === 'loading'}>
          <div class="public-card public-loading">
            <span class="public-ghost" />
            <h1 class="public-line">{words.t('title.look')}</h1>
          </div>
        </Match>
        <Match when={props.found.state === 'not-shown'}>{props.notShown}</Match>
        <Match when={props.found.state === 'no-network'}>{props.noNetwork}</Match>
      </Switch>
    </main>
  );
};
