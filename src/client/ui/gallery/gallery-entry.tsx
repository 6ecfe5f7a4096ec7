import { createMemoryHistory, MemoryRouter, Route, useParams, useSearchParams } from '@solidjs/router';
import { createMemo, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { ALL_PARTS } from '#i18n/words';
import { AppContext } from '../app.ts';
import { Speech } from '../words.tsx';
import { ENTRIES } from './entries.ts';
import type { Entry } from './entry.ts';
import { fixedApp } from './fixed-app.ts';
import './gallery.css';

/** How often a press that comes later looks whether its button is there. */
const LOOK_MS = 30;

/** One entry alone, as large as its own screen will be: what screenshots and accessibility checks look at. */
export const GalleryEntry = (): JSX.Element => {
  const params = useParams();
  const [asked] = useSearchParams();
  const entry = createMemo(() => ENTRIES.find(({ name }) => name === params['name']));
  const locale = (): string => (typeof asked['locale'] === 'string' ? asked['locale'] : 'fr');
  return (
    <Show when={entry()} keyed>
      {(found) => <Alone entry={found} locale={locale()} />}
    </Show>
  );
};

const Alone = (props: { readonly entry: Entry; readonly locale: string }): JSX.Element => {
  const history = createMemoryHistory();
  // The gallery remakes this whole component for another entry.
  // oxlint-disable-next-line solid/reactivity
  const { entry } = props;
  history.set({ value: entry.at ?? '/' });
  const app = fixedApp({ ...entry.app, locale: () => props.locale });
  onMount(() => onCleanup(pressAll(entry.presses ?? [])));
  return (
    <div class="gallery-alone" data-entry={entry.name} ref={(place) => place.addEventListener('click', stay)}>
      <AppContext.Provider value={app}>
        <Speech locale={props.locale} parts={ALL_PARTS}>
          <MemoryRouter history={history}>
            <Route path={entry.path ?? '/'} component={entry.show} />
            <Route path="*" component={Left} />
          </MemoryRouter>
        </Speech>
      </AppContext.Provider>
    </div>
  );
};

/** A link of the thing that is shown leads nowhere: the gallery's own router would follow it. */
const stay = (event: MouseEvent): void => {
  if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
};

const Left = (): JSX.Element => <p class="gallery-left">→</p>;

const pressAll = (selectors: readonly string[]): (() => void) => {
  const left = [...selectors];
  const timer = setInterval(() => {
    const [next] = left;
    const button = next === undefined ? null : document.querySelector<HTMLElement>(next);
    if (button && left.shift() !== undefined) button.click();
    if (left.length === 0) clearInterval(timer);
  }, LOOK_MS);
  return () => clearInterval(timer);
};
