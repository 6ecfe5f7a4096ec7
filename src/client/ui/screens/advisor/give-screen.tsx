import { A, useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { DossierView, GiveableView } from '#client/views/dossier-view';
import type { Level } from '#domain/level';
import { useApp } from '../../app.ts';
import type { KeptVoice } from '../../app-giving.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { personAddress } from './addresses.ts';
import { AdvisorFrame } from './advisor-frame.tsx';
import { ConfirmGift } from './confirm-gift.tsx';
import { Gone } from './gone.tsx';
import { firstLevel, LevelChoice } from './level-choice.tsx';

/** A badge given on the spot: the badge, its level, and the second tap. */
export const GiveScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ person: string; mould: string }>();
  const view = createMemo(() => app.dossier(params.person));
  const found = () => {
    const dossier = view()();
    const mould = dossier?.roads.flatMap(({ moulds }) => moulds).find((one) => one.mould === params.mould);
    return dossier && mould ? { dossier, mould } : undefined;
  };
  return (
    <Switch fallback={<AdvisorFrame head="">{<div class="waiting" aria-busy="true" />}</AdvisorFrame>}>
      <Match when={found()}>{(now) => <Give dossier={now().dossier} mould={now().mould} />}</Match>
      <Match when={view()() !== undefined}>
        <Gone />
      </Match>
    </Switch>
  );
};

const Give = (props: { readonly dossier: DossierView; readonly mould: GiveableView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = createSignal<Level>();
  const [confirming, setConfirming] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  const level = (): Level | undefined => (props.mould.levels === 0 ? undefined : (chosen() ?? firstLevel(1, props.mould.held)));
  const give = async (voice: KeptVoice | undefined): Promise<void> => {
    const refusal = await app.give({ person: props.dossier.person, mould: props.mould.mould, level: level(), voice });
    setFailed(refusal !== null);
    if (refusal === null) navigate(personAddress(props.dossier.person), { replace: true });
    else setConfirming(false);
  };
  return (
    <AdvisorFrame
      head={
        <>
          <A class="tool tool-round" href={personAddress(props.dossier.person)} aria-label={words.t('staff.back')}>
            <Glyph of={GLYPHS['arrow-left']} class="forward" />
          </A>
          <Face figure={props.dossier.face.figure} mark={props.dossier.face.mark} class="advisor-face" />
          <div class="advisor-what">
            <h1 class="staff-title" dir="auto">
              {props.mould.draw.title}
            </h1>
            <p class="staff-line" dir="auto">
              {props.dossier.face.firstName}
            </p>
          </div>
          <span class="advisor-badge">
            <Badge draw={props.mould.draw} level={level() ?? 0} />
          </span>
        </>
      }
    >
      <p class="advisor-criteria" dir="auto">
        {props.mould.criteria}
      </p>
      <section class="decide" aria-label={words.t('staff.give')}>
        <div class="notice-place" role="status">
          <Show when={failed()}>
            <p class="notice notice-refusal">{words.t('staff.not-done')}</p>
          </Show>
        </div>
        <Show
          when={confirming()}
          fallback={
            <>
              <Show when={level()}>
                {(now) => <LevelChoice face={props.dossier.face} chosen={now()} held={props.mould.held} onChosen={setChosen} />}
              </Show>
              <div class="decide-actions">
                <BigButton
                  tone="yes"
                  primary
                  glyph={GLYPHS.give}
                  label={words.t('staff.give')}
                  say="staff.give"
                  disabled={props.mould.whole}
                  onPress={() => setConfirming(true)}
                />
              </div>
            </>
          }
        >
          <ConfirmGift
            person={props.dossier.person}
            face={props.dossier.face}
            draw={props.mould.draw}
            level={level()}
            onGive={give}
            onLeave={() => setConfirming(false)}
          />
        </Show>
      </section>
    </AdvisorFrame>
  );
};
