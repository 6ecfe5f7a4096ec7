import { A, useParams } from '@solidjs/router';
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { DossierView, GiveableView } from '#client/views/dossier-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { giveAddress, requestAddress, SEE } from './addresses.ts';
import { AdvisorFrame } from './advisor-frame.tsx';
import { Gone } from './gone.tsx';

/** One person: what she asked for, what she holds, and every badge that can be given to her on the spot. */
export const DossierScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ person: string }>();
  const view = createMemo(() => app.dossier(params.person));
  return (
    <Switch fallback={<AdvisorFrame head="">{<div class="waiting" aria-busy="true" />}</AdvisorFrame>}>
      <Match when={view()()}>{(dossier) => <Dossier view={dossier()} />}</Match>
      <Match when={view()() === null}>
        <Gone />
      </Match>
    </Switch>
  );
};

const Dossier = (props: { readonly view: DossierView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const asked = () => (app.toSee()?.toSee ?? []).filter(({ person }) => person === props.view.person);
  return (
    <AdvisorFrame
      head={
        <>
          <A class="tool tool-round" href={SEE} aria-label={words.t('staff.back')}>
            <Glyph of={GLYPHS['arrow-left']} class="forward" />
          </A>
          <Face figure={props.view.face.figure} mark={props.view.face.mark} class="advisor-face" />
          <h1 class="staff-title advisor-what" dir="auto">
            {props.view.face.firstName}
          </h1>
        </>
      }
    >
      <Show when={asked().length > 0}>
        <ul class="dossier-asked">
          <For each={asked()}>
            {({ person, request, draw }) => (
              <li>
                <A class="plain-button" href={requestAddress(person, request)}>
                  {words.t('staff.asks')} <strong dir="auto">{draw.title}</strong>
                  <Glyph of={GLYPHS['arrow-right']} class="forward" />
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <section class="advisor-part">
        <h2 class="advisor-title">{words.t('staff.held')}</h2>
        <ul class="held-list">
          <For each={props.view.held} fallback={<li class="staff-line">{words.t('staff.held.none')}</li>}>
            {(held) => (
              <li class="held-one">
                <Badge draw={held.draw} level={held.level} caption />
                <Show when={held.safety !== 'arrived'}>
                  <SafetyMark safety={held.safety} name={words.t(`staff.${held.safety}`)} class="held-safety" />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section class="advisor-part">
        <h2 class="advisor-title">
          <Glyph of={GLYPHS.give} />
          {words.t('staff.give.badge')}
        </h2>
        <For each={props.view.roads}>{(road) => <RoadToGive title={road.title} moulds={road.moulds} person={props.view.person} />}</For>
      </section>
    </AdvisorFrame>
  );
};

const RoadToGive = (props: { readonly title: string; readonly moulds: readonly GiveableView[]; readonly person: string }): JSX.Element => {
  const words = useWords();
  const open = () => props.moulds.filter(({ whole }) => !whole);
  return (
    <details class="give-road">
      <summary class="give-road-title">
        <Glyph of={GLYPHS['caret-down']} />
        <span dir="auto">{props.title || words.t('staff.give.badge')}</span>
      </summary>
      <ul class="give-list">
        <For each={open()} fallback={<li class="staff-line">{words.t('staff.give.all')}</li>}>
          {(mould) => (
            <li>
              <A class="give-one" href={giveAddress(props.person, mould.mould)} title={mould.criteria}>
                <Badge draw={mould.draw} level={mould.held ?? 0} state={mould.held ? 'held' : 'to-win'} />
                <span dir="auto">{mould.draw.title}</span>
              </A>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
};
