import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { AskedView } from '#client/views/asked-view';
import type { Level } from '#domain/level';
import { useApp } from '../../app.ts';
import type { KeptVoice } from '../../app-giving.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { ConfirmGift } from './confirm-gift.tsx';
import { firstLevel, LevelChoice } from './level-choice.tsx';
import { SayOtherwise } from './say-otherwise.tsx';

type Step = 'choose' | 'give' | 'continue' | 'talk';

/** What an advisor may say to a request: yes, at the level she decides; or that it goes on; or that it is to be talked about. Never no. */
export const Decide = (props: { readonly view: AskedView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [step, setStep] = createSignal<Step>('choose');
  const [failed, setFailed] = createSignal(false);
  const [chosen, setChosen] = createSignal<Level>();
  const level = (): Level | undefined =>
    props.view.levels === 0 ? undefined : (chosen() ?? firstLevel(props.view.proposed, props.view.held));
  const about = () => ({ person: props.view.person, request: props.view.request });
  const end = (refusal: object | null): void => {
    setFailed(refusal !== null);
    setStep('choose');
  };
  const give = async (voice: KeptVoice | undefined): Promise<void> =>
    end(await app.give({ ...about(), mould: props.view.mould, level: level(), voice }));
  const say = async (what: 'continue' | 'talk', voice: KeptVoice | undefined): Promise<void> =>
    end(await app.reply({ ...about(), say: what, voice }));
  const otherwise = () => {
    const now = step();
    return now === 'continue' || now === 'talk' ? now : undefined;
  };
  return (
    <section class="decide" aria-label={words.t('staff.give')}>
      <div class="notice-place" role="status">
        <Show when={failed()}>
          <p class="notice notice-refusal">{words.t('staff.not-done')}</p>
        </Show>
      </div>
      <Switch>
        <Match when={step() === 'choose'}>
          <Choose view={props.view} level={level()} onLevel={setChosen} onStep={setStep} />
        </Match>
        <Match when={step() === 'give'}>
          <ConfirmGift
            person={props.view.person}
            face={props.view.face}
            draw={props.view.draw}
            level={level()}
            onGive={give}
            onLeave={() => setStep('choose')}
          />
        </Match>
        <Match when={otherwise()} keyed>
          {(what) => (
            <SayOtherwise
              say={what}
              person={props.view.person}
              name={props.view.face.firstName}
              onSay={(voice) => say(what, voice)}
              onLeave={() => setStep('choose')}
            />
          )}
        </Match>
      </Switch>
    </section>
  );
};

interface ChooseProps {
  readonly view: AskedView;
  readonly level: Level | undefined;
  readonly onLevel: (level: Level) => void;
  readonly onStep: (step: Step) => void;
}

/** The level, and the three ways to answer. */
const Choose = (props: ChooseProps): JSX.Element => {
  const words = useWords();
  return (
    <>
      <Show when={props.level}>
        {(now) => (
          <LevelChoice
            face={props.view.face}
            chosen={now()}
            proposed={props.view.proposed}
            held={props.view.held}
            onChosen={props.onLevel}
          />
        )}
      </Show>
      <div class="decide-actions">
        <BigButton
          tone="yes"
          primary
          glyph={GLYPHS.give}
          label={words.t('staff.give')}
          say="staff.give"
          onPress={() => props.onStep('give')}
        />
        <BigButton
          tone="paper"
          glyph={GLYPHS.refresh}
          label={words.t('staff.continue')}
          say="staff.continue"
          onPress={() => props.onStep('continue')}
        />
        <BigButton tone="paper" glyph={GLYPHS.talk} label={words.t('staff.talk')} say="staff.talk" onPress={() => props.onStep('talk')} />
      </div>
    </>
  );
};
