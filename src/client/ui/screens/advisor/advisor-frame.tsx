import { Navigate } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import type { Safety } from '#client/views/badge-view';
import { isStaff, useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { EVENTS, JOIN } from '../organiser/addresses.ts';
import '../organiser/organiser.css';
import './advisor.css';

/** An advisor's page: what it is about, what it holds; without network it says that all works. Other devices are sent to where they belong. */
export const AdvisorFrame = (props: { readonly head: JSX.Element; readonly children: JSX.Element }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <Switch>
      <Match when={app.who() === 'nobody' || app.who() === 'person'}>
        <Navigate href={JOIN} />
      </Match>
      <Match when={app.who() === 'organiser'}>
        <Navigate href={EVENTS} />
      </Match>
      <Match when={isStaff(app)}>
        <main class="staff advisor">
          <header class="advisor-head">{props.head}</header>
          <div class="notice-place" role="status">
            <Show when={!app.online()}>
              <p class="notice">
                <Glyph of={GLYPHS['no-wifi']} />
                {words.t('staff.works-here')}
              </p>
            </Show>
          </div>
          {props.children}
        </main>
      </Match>
    </Switch>
  );
};

/** Where something is, in words beside its mark. */
export const StaffSafety = (props: { readonly safety: Safety }): JSX.Element => {
  const words = useWords();
  return (
    <span class="advisor-safety" data-safety={props.safety}>
      <SafetyMark safety={props.safety} name="" />
      {words.t(`staff.${props.safety}`)}
    </span>
  );
};
