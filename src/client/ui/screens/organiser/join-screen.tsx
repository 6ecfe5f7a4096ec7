import { Navigate } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { type EntryRefusal, isStaff, useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import { SEE } from '../advisor/addresses.ts';
import { EVENTS } from './addresses.ts';
import './organiser.css';

const REFUSALS = {
  'no-network': 'staff.join.no-network',
  CardUnknown: 'staff.join.CardUnknown',
  Malformed: 'staff.join.CardUnknown',
  CardVoid: 'staff.join.CardVoid',
  CodeWrong: 'staff.join.again',
  CodeLocked: 'staff.join.again',
  Broken: 'staff.join.again',
  TooMany: 'staff.join.again',
  NotAllowed: 'staff.join.again',
} as const satisfies Readonly<Record<EntryRefusal, string>>;

/** An invitation was opened: one press makes this device an organiser's. */
export const JoinScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <Switch>
      <Match when={isStaff(app)}>
        <Navigate href={app.who() === 'advisor' ? SEE : EVENTS} />
      </Match>
      <Match when={app.who() !== 'unknown'}>
        <main class="staff staff-one">
          <div class="sheet">
            <Picture of="scan-poster" class="sheet-picture" />
            <h1 class="staff-title">{words.t(app.cardSecret() === undefined ? 'staff.join.none' : 'staff.join')}</h1>
            <p class="staff-line">{words.t('staff.join.why')}</p>
            <Show when={app.cardSecret()}>{(secret) => <Joining secret={secret()} />}</Show>
          </div>
        </main>
      </Match>
    </Switch>
  );
};

const Joining = (props: { readonly secret: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<EntryRefusal>();
  const join = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    const outcome = await app.enrolOrganiser(props.secret);
    setBusy(false);
    // Where it goes from here depends on who was invited, which the app knows in a moment.
    if (outcome !== 'enrolled') setRefusal(outcome);
  };
  return (
    <>
      <BigButton say="staff.join.yes" label={words.t('staff.join.yes')} tone="ink" primary disabled={busy()} onPress={() => void join()} />
      <div class="notice-place" role="status">
        <Show when={refusal()}>
          {(why) => (
            <p class="notice notice-refusal">
              <Glyph of={why() === 'no-network' ? GLYPHS['no-wifi'] : GLYPHS.warning} />
              {words.t(REFUSALS[why()])}
            </p>
          )}
        </Show>
      </div>
    </>
  );
};
