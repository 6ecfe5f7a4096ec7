import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { FIGURES } from '#artwork/figure';
import type { WitnessPage, WitnessQuestion } from '#client/views/witness-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import './public-badge.css';
import './witness-page.css';

/** Somebody was asked: who asks, about which badge, and *je l'ai vu* or not. Without an account, in any browser, on one page. */
export const WitnessPageScreen = (): JSX.Element => {
  const app = useApp();
  const page = createMemo((): (() => WitnessPage) => {
    const secret = app.witnessSecret();
    return secret === undefined ? () => ({ state: 'not-there' }) : app.witnessPage(secret);
  });
  const question = (): WitnessQuestion | undefined => {
    const now = page()();
    return now.state === 'asked' || now.state === 'said' ? now.question : undefined;
  };
  const said = () => {
    const now = page()();
    return now.state === 'said' ? now.safety : undefined;
  };
  const alone = () => {
    const { state } = page()();
    return state === 'not-there' || state === 'ended' || state === 'no-network' ? state : undefined;
  };
  return (
    <main class="public witness-page" aria-busy={page()().state === 'loading'}>
      <Show when={question()}>
        {(asked) => (
          <article class="public-card witness-card">
            <Asking question={asked()} />
            <Show when={said()} fallback={<Answering question={asked()} />}>
              {(safety) => <Said safety={safety()} />}
            </Show>
          </article>
        )}
      </Show>
      <Show when={alone()}>{(why) => <Nothing why={why()} />}</Show>
    </main>
  );
};

const Asking = (props: { readonly question: WitnessQuestion }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const name = () => ({ name: props.question.face.firstName });
  const listen = (): void => app.say([`mould.${props.question.mould}`, `mould.${props.question.mould}.criteria`]);
  return (
    <>
      <p class="witness-asks">
        <Face figure={props.question.face.figure} mark={props.question.face.mark} class="witness-asker" />
        <span dir="auto">{words.t('fact.witness.asks', name())}</span>
      </p>
      <div class="witness-badge">
        <Badge draw={props.question.draw} state="to-win" />
      </div>
      <h1 class="public-title" dir="auto">
        {words.t('fact.witness.question', name())}
      </h1>
      <p class="witness-criteria" dir="auto">
        <strong>{props.question.draw.title}</strong> {props.question.criteria}
      </p>
      <Press class="public-button" say="fact.witness.listen" onPress={listen}>
        <Glyph of={GLYPHS['speaker-high']} />
        {words.t('fact.witness.listen')}
      </Press>
    </>
  );
};

const Answering = (props: { readonly question: WitnessQuestion }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [name, setName] = createSignal('');
  const [figure, setFigure] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [no, setNo] = createSignal(false);
  const yes = async (): Promise<void> => {
    const secret = app.witnessSecret();
    if (secret === undefined) return;
    setBusy(true);
    const firstName = name().trim();
    await app.saySeen(secret, { ...(firstName && { firstName }), ...(figure() && { figure: figure() }) });
  };
  return (
    <Switch>
      <Match when={no()}>
        <p class="witness-said" role="status">
          {words.t('fact.witness.nothing-sent')}
        </p>
        <Press class="public-button" say="fact.witness.back" onPress={() => setNo(false)}>
          {words.t('fact.witness.back')}
        </Press>
      </Match>
      <Match when={true}>
        <form
          class="witness-form"
          aria-label={words.t('fact.witness.question', { name: props.question.face.firstName })}
          onSubmit={(event) => {
            event.preventDefault();
            void yes();
          }}
        >
          <label class="witness-field">
            <span>{words.t('fact.witness.name')}</span>
            <input
              type="text"
              autocomplete="given-name"
              maxlength="30"
              value={name()}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <fieldset class="witness-field">
            <legend>{words.t('fact.witness.face')}</legend>
            <div class="witness-figures">
              <For each={['', ...FIGURES]}>
                {(one, i) => (
                  <label class="witness-figure-choice">
                    <input type="radio" name="figure" value={one} checked={figure() === one} onChange={() => setFigure(one)} />
                    <Show when={one !== '' && FIGURES[i() - 1]} fallback={<Glyph of={GLYPHS.x} />}>
                      {(picture) => <Picture of={picture()} />}
                    </Show>
                    <span class="only-heard">
                      {one === '' ? words.t('fact.witness.no-face') : words.t('name.step', { at: i(), of: FIGURES.length })}
                    </span>
                  </label>
                )}
              </For>
            </div>
          </fieldset>
          <p class="witness-honest">
            <Glyph of={GLYPHS.lock} />
            {words.t('fact.witness.sent')}
          </p>
          <div class="witness-buttons">
            <button class="press public-button witness-yes" type="submit" disabled={busy()} data-primary="">
              <Glyph of={GLYPHS.tick} />
              {words.t('fact.witness.yes')}
            </button>
            <Press class="public-button" say="fact.witness.no" disabled={busy()} onPress={() => setNo(true)}>
              {words.t('fact.witness.no')}
            </Press>
          </div>
        </form>
      </Match>
    </Switch>
  );
};

const Said = (props: { readonly safety: 'kept-here' | 'arrived' }): JSX.Element => {
  const words = useWords();
  return (
    <div class="witness-said" role="status">
      <Picture of={props.safety} class="witness-safety" />
      <p class="public-title">{words.t('fact.witness.thanks')}</p>
      <p>{words.t(props.safety === 'arrived' ? 'fact.witness.arrived' : 'fact.witness.kept')}</p>
    </div>
  );
};

const REASONS = {
  'not-there': { title: 'fact.witness.not-there', why: 'fact.witness.not-there.why' },
  ended: { title: 'fact.witness.ended', why: 'fact.witness.ended.why' },
  'no-network': { title: 'fact.no-network', why: 'fact.no-network.why' },
} as const;

const Nothing = (props: { readonly why: keyof typeof REASONS }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const secret = () => app.witnessSecret();
  return (
    <div class="public-card public-alone">
      <Picture of={props.why === 'no-network' ? 'no-network' : 'nothing-here'} />
      <h1 class="public-title">{words.t(REASONS[props.why].title)}</h1>
      <p class="public-line">{words.t(REASONS[props.why].why)}</p>
      <Show when={props.why !== 'ended' && secret()}>
        {(known) => (
          <Press class="public-button" say="label.try" onPress={() => app.lookAgain(known())}>
            <Glyph of={GLYPHS.again} />
            {words.t('label.try')}
          </Press>
        )}
      </Show>
    </div>
  );
};
