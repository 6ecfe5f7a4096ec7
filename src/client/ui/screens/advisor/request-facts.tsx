import { createResource, For, type JSX, Show } from 'solid-js';
import type { PictureName } from '#artwork/picture-list';
import type { AskedView, Otherwise, WitnessView } from '#client/views/asked-view';
import type { Face } from '#domain/person';
import { useApp } from '../../app.ts';
import { AnswerStrip } from '../../parts/answer-strip.tsx';
import { ChoiceScene } from '../../parts/choice-scene.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { ShownThings, Voice } from './shown-things.tsx';

/** All there is to decide on: the answers as they were touched, what is shown, who saw it. */
export const RequestFacts = (props: { readonly view: AskedView }): JSX.Element => {
  const words = useWords();
  const hasNothing = () => props.view.shown.length === 0 && !props.view.live;
  return (
    <>
      <section class="advisor-part">
        <h2 class="advisor-title">{words.t('staff.answers')}</h2>
        <Show when={props.view.frames.length > 0} fallback={<p class="staff-line">{words.t('staff.answers.none')}</p>}>
          <div class="advisor-strip">
            <AnswerStrip frames={props.view.frames} figure={props.view.face.figure} mark={props.view.face.mark} />
          </div>
        </Show>
        <Show when={props.view.helped}>
          <p class="advisor-note">
            <Glyph of={GLYPHS.people} />
            {words.t('staff.helped')}
          </p>
        </Show>
        <Show when={props.view.otherwise.length > 0}>
          <OtherwiseNotes notes={props.view.otherwise} face={props.view.face} />
        </Show>
      </section>
      <section class="advisor-part">
        <h2 class="advisor-title">{words.t('staff.shown')}</h2>
        <ShownThings shown={props.view.shown} />
        <Show when={props.view.live}>
          <p class="advisor-note">
            <Glyph of={GLYPHS.face} />
            {words.t('staff.shown.live')}
          </p>
        </Show>
        <Show when={hasNothing()}>
          <p class="staff-line">{words.t('staff.shown.none')}</p>
        </Show>
      </section>
      <Show when={props.view.witnesses.length > 0}>
        <section class="advisor-part">
          <h2 class="advisor-title">{words.t('staff.witness')}</h2>
          <ul class="witness-list">
            <For each={props.view.witnesses}>{(witness) => <WitnessLine witness={witness} person={props.view.person} />}</For>
          </ul>
        </section>
      </Show>
    </>
  );
};

/** What was answered otherwise than usual: side by side, to be talked about. It is no mistake and is marked as none. */
const OtherwiseNotes = (props: { readonly notes: readonly Otherwise[]; readonly face: Face }): JSX.Element => {
  const words = useWords();
  return (
    <div class="otherwise">
      <h3 class="otherwise-title">
        <Glyph of={GLYPHS.talk} />
        {words.t('staff.otherwise')}
      </h3>
      <For each={props.notes}>
        {(note) => (
          <dl class="otherwise-note">
            <dt class="otherwise-question" dir="auto">
              {note.question}
            </dt>
            <Named label={words.t('staff.otherwise.answered')} pictures={note.answered} face={props.face} />
            <Named label={words.t('staff.otherwise.usual')} pictures={note.usual} face={props.face} />
          </dl>
        )}
      </For>
    </div>
  );
};

const Named = (props: { readonly label: string; readonly pictures: Otherwise['usual']; readonly face: Face }): JSX.Element => (
  <dd class="otherwise-row">
    <span class="otherwise-label">{props.label}</span>
    <For each={props.pictures}>
      {(one) => (
        <span class="otherwise-one">
          <span class="otherwise-picture">
            <ChoiceScene of={one.picture} figure={props.face.figure} mark={props.face.mark} />
          </span>
          {one.label}
        </span>
      )}
    </For>
  </dd>
);

const WitnessLine = (props: { readonly witness: WitnessView; readonly person: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [voice] = createResource(
    () => props.witness.voice && { scope: `p:${props.person}`, media: props.witness.voice.media },
    ({ scope, media }) => app.mediaAddress(scope, media),
  );
  const said = (): string => (props.witness.on ? words.t(`staff.witness.${props.witness.on}`) : words.t('staff.witness.asked'));
  return (
    <li class="witness-line" data-step={props.witness.step}>
      <span class="witness-figure" aria-hidden="true">
        <Show when={props.witness.figure} fallback={<Glyph of={GLYPHS.face} />}>
          {(figure) => <Picture of={figure() as PictureName} />}
        </Show>
      </span>
      <span class="witness-words">
        <strong dir="auto">{props.witness.firstName ?? words.t('staff.witness.somebody')}</strong>
        <span>{said()}</span>
      </span>
      <Show when={voice()}>{(address) => <Voice address={address()} name={words.t('staff.listen')} />}</Show>
    </li>
  );
};
