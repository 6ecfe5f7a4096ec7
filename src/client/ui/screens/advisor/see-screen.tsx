import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { AskedInList, PersonInList, ToSeeView } from '#client/views/to-see-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { COURIER } from '../courier/addresses.ts';
import { ALL_EVENTS } from '../organiser/addresses.ts';
import { personAddress, requestAddress } from './addresses.ts';
import { AdvisorFrame, StaffSafety } from './advisor-frame.tsx';
import { since } from './since.ts';

/** An advisor's home: who waits for an answer, then everybody she goes with, then what was answered. */
export const SeeScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <AdvisorFrame
      head={
        <>
          <Show when={app.toSee()?.me}>{(me) => <Face figure={me().figure} mark={me().mark} class="advisor-face" />}</Show>
          <div class="advisor-what">
            <h1 class="staff-title">{words.t('staff.see')}</h1>
            <p class="staff-line">{[app.toSee()?.me?.firstName, app.toSee()?.structure].filter(Boolean).join(' · ')}</p>
          </div>
          <nav class="advisor-tools" aria-label={words.t('staff.events')}>
            <Show when={app.safety() !== 'arrived'}>
              <StaffSafety safety={app.safety()} />
            </Show>
            <A class="tool" href={ALL_EVENTS}>
              <Glyph of={GLYPHS.calendar} />
              <span>{words.t('staff.events')}</span>
            </A>
            <A class="tool" href={COURIER}>
              <Glyph of={GLYPHS.phone} />
              <span>{words.t('staff.courier')}</span>
            </A>
          </nav>
        </>
      }
    >
      <Show when={app.toSee()} fallback={<div class="waiting" aria-busy="true" />}>
        {(view) => <Lists view={view()} />}
      </Show>
    </AdvisorFrame>
  );
};

const Lists = (props: { readonly view: ToSeeView }): JSX.Element => {
  const words = useWords();
  return (
    <>
      <section aria-label={words.t('staff.see')}>
        <Show when={props.view.toSee.length > 0} fallback={<NothingWaits />}>
          <ul class="asked-list">
            <For each={props.view.toSee}>{(asked) => <Asked asked={asked} />}</For>
          </ul>
        </Show>
      </section>
      <section class="advisor-part">
        <h2 class="advisor-title">
          <Glyph of={GLYPHS.people} />
          {words.t('staff.people')}
        </h2>
        <Show when={props.view.people.length > 0} fallback={<Nobody />}>
          <ul class="people-list">
            <For each={props.view.people}>{(person) => <Person person={person} />}</For>
          </ul>
        </Show>
      </section>
      <Show when={props.view.answered.length > 0}>
        <section class="advisor-part">
          <h2 class="advisor-title">
            <Glyph of={GLYPHS.talk} />
            {words.t('staff.answered')}
          </h2>
          <ul class="answered-list">
            <For each={props.view.answered}>{(asked) => <Answered asked={asked} />}</For>
          </ul>
        </section>
      </Show>
    </>
  );
};

const Asked = (props: { readonly asked: AskedInList }): JSX.Element => {
  const words = useWords();
  return (
    <li>
      <A class="asked-card" href={requestAddress(props.asked.person, props.asked.request)}>
        <Face figure={props.asked.face.figure} mark={props.asked.face.mark} class="asked-face" />
        <span class="asked-words">
          <strong class="asked-name" dir="auto">
            {props.asked.face.firstName}
          </strong>
          <span class="asked-badge-name" dir="auto">
            {props.asked.draw.title}
          </span>
          <span class="asked-since">{since(props.asked.at, Date.now(), words.locale)}</span>
        </span>
        <span class="asked-what">
          <Badge draw={props.asked.draw} state="to-win" />
        </span>
        <span class="asked-foot">
          <span class={`chip chip-${props.asked.step}`}>
            {words.t(`staff.step.${props.asked.step === 'taken-back' ? 'sent' : props.asked.step}`)}
          </span>
          <Shows shows={props.asked.shows} />
          <Show when={props.asked.safety !== 'arrived'}>
            <StaffSafety safety={props.asked.safety} />
          </Show>
        </span>
      </A>
    </li>
  );
};

const KINDS = [
  { kind: 'photo', glyph: GLYPHS.camera },
  { kind: 'video', glyph: GLYPHS.video },
  { kind: 'voice', glyph: GLYPHS.microphone },
  { kind: 'attestation', glyph: GLYPHS.copy },
  { kind: 'witness', glyph: GLYPHS.face },
] as const;

/** What is shown with it, as small signs. */
const Shows = (props: { readonly shows: AskedInList['shows'] }): JSX.Element => {
  const words = useWords();
  const kinds = () => KINDS.filter(({ kind }) => props.shows[kind]);
  return (
    <Show when={kinds().length > 0}>
      <span class="asked-shows">
        <span class="only-heard">{words.t('staff.shows')}</span>
        <For each={kinds()}>
          {({ kind, glyph }) => (
            <span title={words.t(`staff.show.${kind}`)}>
              <Glyph of={glyph} />
              <span class="only-heard">{words.t(`staff.show.${kind}`)}</span>
            </span>
          )}
        </For>
      </span>
    </Show>
  );
};

const Person = (props: { readonly person: PersonInList }): JSX.Element => {
  const words = useWords();
  return (
    <li>
      <A class="person-card" href={personAddress(props.person.id)}>
        <Face figure={props.person.face.figure} mark={props.person.face.mark} class="person-face" />
        <strong class="person-name" dir="auto">
          {props.person.face.firstName}
        </strong>
        <span class="person-badges">
          <Glyph of={GLYPHS.seal} />
          {props.person.badges}
        </span>
        <Show when={props.person.waits}>
          <span class="person-waits" title={words.t('staff.waits')}>
            <span class="only-heard">{words.t('staff.waits')}</span>
          </span>
        </Show>
      </A>
    </li>
  );
};

const Answered = (props: { readonly asked: AskedInList }): JSX.Element => {
  const words = useWords();
  return (
    <li>
      <A class="answered-row" href={requestAddress(props.asked.person, props.asked.request)}>
        <Face figure={props.asked.face.figure} mark={props.asked.face.mark} class="answered-face" />
        <span class="answered-words">
          <strong dir="auto">{props.asked.face.firstName}</strong>
          <span dir="auto">{props.asked.draw.title}</span>
        </span>
        <span class="answered-said">{words.t(props.asked.step === 'given' ? 'staff.step.given' : 'staff.step.continue')}</span>
        <StaffSafety safety={props.asked.safety} />
      </A>
    </li>
  );
};

const NothingWaits = (): JSX.Element => {
  const words = useWords();
  return (
    <div class="sheet advisor-nothing">
      <Picture of="ask-badge" class="sheet-picture" />
      <h2 class="staff-title">{words.t('staff.see.none')}</h2>
      <p class="staff-line">{words.t('staff.see.none.why')}</p>
    </div>
  );
};

const Nobody = (): JSX.Element => {
  const words = useWords();
  return (
    <div class="sheet advisor-nothing">
      <h3 class="advisor-title">{words.t('staff.people.none')}</h3>
      <p class="staff-line">{words.t('staff.people.none.why')}</p>
    </div>
  );
};
