import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Match, on, Show, Switch, untrack } from 'solid-js';
import { SLOTS, type Slot } from '#domain/questionnaire';
import { isThrough, resume } from '#domain/reflecting';
import type { Asking } from '../../../app-asking.ts';
import { Company } from './company.tsx';
import { KeptMine } from './kept-mine.tsx';
import { MakeAnswer } from './make-answer.tsx';
import { Question } from './question.tsx';
import { Recap } from './recap.tsx';

type Place = Slot | 'recap' | 'company';

const isPlace = (at: string | undefined): at is Place =>
  at === 'recap' || at === 'company' || (SLOTS as readonly (string | undefined)[]).includes(at);

/**
 * The way through the questions. Where one stands is in the address (`?at=`, and `&way=` for what is being made), each step an entry of the
 * phone's history; what was answered is in memory at once and in the store right after.
 */
export const AskingFlow = (props: { readonly asking: Asking }): JSX.Element => {
  const [search] = useSearchParams<{ at?: string; way?: string }>();
  const navigate = useNavigate();
  const location = useLocation<{ readonly on?: true }>();
  const [kept, setKept] = createSignal(false);
  const screens = () => props.asking.view.screens;
  const here = () => props.asking.now().here;
  // Where one came in stands at the address itself: nothing is replaced before the first tap.
  const entry = untrack(() => props.asking.now().here);
  const at = (): Place => (isPlace(search.at) ? search.at : entry);
  const slot = (): Slot => {
    const place = at();
    return place === 'recap' || place === 'company' ? here() : place;
  };
  const addressOf = (place: string, way?: string): string => `${location.pathname}?at=${place}${way ? `&way=${way}` : ''}`;
  const go = (place: string, way?: string): void => navigate(addressOf(place, way), { state: { on: true } });
  const stay = (place: string): void => navigate(addressOf(place), { replace: true });
  createEffect(
    on(at, (place) => {
      if (place === 'recap' && !isThrough(screens(), props.asking.now())) return stay(resume(screens(), props.asking.now()).here);
      // The phone's own Back and Forward.
      if (place !== 'recap' && place !== 'company') props.asking.standAt(place);
    }),
  );
  const before = (): Slot | undefined => screens()[screens().findIndex((screen) => screen.slot === slot()) - 1]?.slot;
  const back = (): void => {
    const earlier = at() === 'recap' || at() === 'company' || search.way ? slot() : before();
    if (location.state?.on) navigate(-1);
    else if (earlier) stay(earlier);
    else if (history.length > 1) navigate(-1);
    else navigate('/');
  };
  const onward = (move: () => void): void => {
    const was = slot();
    move();
    go(here() === was ? 'recap' : here());
  };
  const screen = () => props.asking.view.shown.find((one) => one.slot === slot());
  const way = () => screen()?.items.find(({ question }) => question.kind === search.way);
  return (
    <Switch>
      <Match when={kept()}>
        <KeptMine view={props.asking.view} />
      </Match>
      <Match when={at() === 'recap'}>
        <Recap asking={props.asking} onBack={back} onMissing={(place) => go(place)} onKept={() => setKept(true)} />
      </Match>
      <Match when={at() === 'company'}>
        <Company asking={props.asking} onBack={back} />
      </Match>
      <Match when={way()} keyed>
        {(item) => <MakeAnswer asking={props.asking} item={item} onDone={back} />}
      </Match>
      <Match when={screen()} keyed>
        {(shown) => (
          <Show when={shown.slot === here()}>
            <Question
              asking={props.asking}
              screen={shown}
              onBack={back}
              onWay={(kind) => go(shown.slot, kind)}
              onCompany={() => go('company')}
              onNext={() => onward(props.asking.goOn)}
              onSkip={() => onward(props.asking.skip)}
            />
          </Show>
        )}
      </Match>
    </Switch>
  );
};
