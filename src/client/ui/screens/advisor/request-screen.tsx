import { A, useParams } from '@solidjs/router';
import { createEffect, createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import type { AskedView } from '#client/views/asked-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { personAddress, requestAddress, SEE } from './addresses.ts';
import { AdvisorFrame, StaffSafety } from './advisor-frame.tsx';
import { Decide } from './decide.tsx';
import { Gone } from './gone.tsx';
import { RequestFacts } from './request-facts.tsx';
import { since } from './since.ts';

/** One request: who asks for what, all there is to decide on, and the decision. Opening it says *on regarde*. */
export const RequestScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ person: string; request: string }>();
  const view = createMemo(() => app.asked(params.person, params.request));
  const found = (): AskedView | null | undefined => view()();
  createEffect(() => {
    const now = found();
    if (now?.step === 'sent') void app.reply({ person: now.person, request: now.request, say: 'looking' });
  });
  return (
    <Switch fallback={<AdvisorFrame head="">{<div class="waiting" aria-busy="true" />}</AdvisorFrame>}>
      <Match when={found()}>{(asked) => <Request view={asked()} />}</Match>
      <Match when={found() === null}>
        <Gone />
      </Match>
    </Switch>
  );
};

const Request = (props: { readonly view: AskedView }): JSX.Element => {
  const words = useWords();
  const isOpen = () => props.view.step === 'sent' || props.view.step === 'looking' || props.view.step === 'talk';
  return (
    <AdvisorFrame
      head={
        <>
          <A class="tool tool-round" href={SEE} aria-label={words.t('staff.back')}>
            <Glyph of={GLYPHS['arrow-left']} class="forward" />
          </A>
          <A class="advisor-who" href={personAddress(props.view.person)}>
            <Face figure={props.view.face.figure} mark={props.view.face.mark} class="advisor-face" />
            <span class="advisor-what">
              <h1 class="staff-title" dir="auto">
                {props.view.face.firstName}
              </h1>
              <span class="staff-line">
                {words.t('staff.asks')} <strong dir="auto">{props.view.draw.title}</strong> ·{' '}
                {since(props.view.at, Date.now(), words.locale)}
              </span>
            </span>
          </A>
          <span class="advisor-badge">
            <Badge draw={props.view.draw} level={props.view.held ?? 0} state={props.view.held ? 'held' : 'to-win'} />
          </span>
        </>
      }
    >
      <p class="advisor-criteria" dir="auto">
        {props.view.criteria}
      </p>
      <RequestFacts view={props.view} />
      <Show when={props.view.step === 'talk'}>
        <Said view={props.view} />
      </Show>
      <Show when={isOpen()} fallback={<Said view={props.view} />}>
        <Decide view={props.view} />
      </Show>
    </AdvisorFrame>
  );
};

/** What was said, where it is, and the next one who waits. */
const Said = (props: { readonly view: AskedView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const key = () =>
    props.view.step === 'given' ? 'staff.said.given' : props.view.step === 'talk' ? 'staff.said.talk' : 'staff.said.continue';
  const next = () => app.toSee()?.toSee.find(({ request, step }) => request !== props.view.request && step !== 'talk');
  return (
    <section class="said" role="status">
      <p class="said-line">
        <Glyph of={props.view.step === 'given' ? GLYPHS.give : props.view.step === 'talk' ? GLYPHS.talk : GLYPHS.refresh} />
        <strong>{words.t(key(), { name: props.view.face.firstName })}</strong>
        <StaffSafety safety={props.view.safety} />
      </p>
      <Show when={props.view.step !== 'talk' && next()}>
        {(waiting) => (
          <A class="plain-button plain-button-ink" href={requestAddress(waiting().person, waiting().request)}>
            {words.t('staff.next')}
            <Glyph of={GLYPHS['arrow-right']} class="forward" />
          </A>
        )}
      </Show>
    </section>
  );
};
