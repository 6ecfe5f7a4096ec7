import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createResource, createSignal, type JSX, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js';
import { type EntryRefusal, type Me, type OpenedCard, useApp } from '../../app.ts';
import { beginCardFlow, type CardStep, cardFlowOf, depthOf, endCardFlow, stepAt } from './card-flow.ts';
import { CardRefused } from './card-refused.tsx';
import { ChooseCode } from './choose-code.tsx';
import { EnterCode } from './enter-code.tsx';
import { Looking } from './looking.tsx';
import { NotMe } from './not-me.tsx';
import { ScanRefused } from './scan-refused.tsx';
import { SoundChoice } from './sound-choice.tsx';
import { WhoIsIt } from './who-is-it.tsx';

const isOpened = (answer: OpenedCard | EntryRefusal | undefined): answer is OpenedCard => typeof answer === 'object';
const isSame = (a: Me, b: Me): boolean => a.firstName === b.firstName && a.figure === b.figure && a.mark === b.mark;

/** The address of a printed card: with sound or without, is it you, your four pictures. One thing per screen, back is one step back. */
export const CardEntry = (): JSX.Element => {
  const app = useApp();
  return (
    <Show when={app.who() !== 'unknown'}>
      <Show when={app.cardSecret()} keyed fallback={<Navigate href="/" />}>
        {(secret) => <Card secret={secret} />}
      </Show>
    </Show>
  );
};

/** The steps of one card as entries of the history: the phone's own Back, and the arrow, go from one to the one before. */
const useSteps = (secret: string) => {
  const app = useApp();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ at?: string }>();
  const left = cardFlowOf(app, secret);
  const flow = left ?? beginCardFlow(app, secret);
  // The address may still name a step of the card before this one.
  if (!left && untrack(() => search.at)) setSearch({ at: null }, { replace: true });
  const depth = (): number => depthOf(flow, search.at);
  return {
    flow,
    at: () => search.at,
    step: (): CardStep => stepAt(flow, search.at),
    depth,
    goTo: (step: CardStep) => setSearch({ at: step }),
    goBack: () => (untrack(depth) > 0 ? navigate(-1) : navigate('/')),
  };
};

/** Leaves for home when the card is somebody's, back over the steps first: Back from home leads out of the app, not into them again. */
const useLeaving = (depth: () => number): { readonly leaving: () => boolean; leave(): void } => {
  const app = useApp();
  const navigate = useNavigate();
  const [leaving, setLeaving] = createSignal(false);
  let isHere = true;
  onCleanup(() => {
    isHere = false;
  });
  createEffect(() => {
    if (!leaving() || depth() > 0) return;
    const home = untrack(app.keptTicket) ? '/e' : '/';
    const next = untrack(app.consentDue) ? '/consent' : home;
    navigate(untrack(app.phone) === 'not-asked' ? '/phone' : next, { replace: true });
  });
  const leave = (): void => {
    endCardFlow(app);
    // Somebody who went to ask for help meanwhile is left there.
    if (!isHere) return;
    setLeaving(true);
    if (depth() > 0) navigate(-depth());
  };
  return { leaving, leave };
};

/** Asks for the card to be opened, and for the device to be enrolled with pictures; what the server refuses stands until the step changes. */
const useServer = (secret: string, { flow, at }: ReturnType<typeof useSteps>, onEnrolled: () => void) => {
  const app = useApp();
  const open = async (): Promise<OpenedCard | EntryRefusal> => {
    const answer = await app.openCard(secret);
    if (isOpened(answer)) flow.opened = answer;
    return answer;
  };
  const [card, { refetch }] = createResource(() => flow.opened ?? open());
  const [refusal, setRefusal] = createSignal<EntryRefusal>();
  createEffect(on(at, () => setRefusal(undefined), { defer: true }));
  let sent: readonly number[] | undefined;
  const enrol = async (code: readonly number[]): Promise<void> => {
    sent = code;
    const done = await app.enrol(secret, code);
    if (done === 'enrolled') {
      // The card's first time is hers too.
      if (flow.opened?.hasCode === false) app.askConsent(true);
      return onEnrolled();
    }
    if (done === 'CodeWrong') sent = undefined;
    setRefusal(done);
  };
  const opened = (): OpenedCard | undefined => {
    const answer = card.latest;
    return isOpened(answer) ? answer : undefined;
  };
  // What was chosen is not asked twice: when the network or the server failed, the same four pictures are tried again.
  const again = (): void => {
    setRefusal(undefined);
    if (!opened()) void refetch();
    else if (sent) void enrol(sent);
  };
  const unopened = (): EntryRefusal | undefined => {
    const answer = card.latest;
    return typeof answer === 'string' ? answer : undefined;
  };
  return { opened, unopened, refusal, enrol, again };
};

const Card = (props: { readonly secret: string }): JSX.Element => {
  const app = useApp();
  // Another secret is another Card (keyed above).
  const secret = untrack(() => props.secret);
  // A device is one person's: another person's card changes nothing here, and her own has nothing to ask.
  const owner = untrack(app.me);
  const steps = useSteps(secret);
  const { leaving, leave } = useLeaving(steps.depth);
  const server = useServer(secret, steps, leave);
  const refused = () => server.refusal() ?? server.unopened();
  const ofOwner = () => {
    const opened = server.opened();
    return owner && opened && (isSame(owner, opened.me) ? 'hers' : 'another');
  };
  const code = () => ['code', 'story', 'once-more'].includes(steps.step()) && server.opened();
  return (
    <Switch fallback={<Looking scene={{ card: null }} back="/" />}>
      <Match when={leaving()}>
        <Looking scene={{ card: null }} />
      </Match>
      <Match when={steps.step() === 'sound'}>
        <SoundChoice steps={{ at: 0, of: 3 }} onChosen={() => steps.goTo('who')} />
      </Match>
      <Match when={refused()}>
        {(type) => <CardRefused type={type()} back={server.refusal() ? steps.goBack : '/'} onAgain={server.again} />}
      </Match>
      <Match when={ofOwner() === 'hers'}>
        <Navigate href="/" />
      </Match>
      <Match when={ofOwner() === 'another'}>
        <ScanRefused refusal={{ type: 'other-person' }} back="/" />
      </Match>
      <Match when={steps.step() === 'who' && server.opened()}>
        {(found) => (
          <WhoIsIt
            me={found().me}
            steps={{ at: 1, of: 3 }}
            onMe={() => steps.goTo('code')}
            onBack={steps.goBack}
            onNotMe={() => steps.goTo('not-me')}
          />
        )}
      </Match>
      <Match when={steps.step() === 'not-me'}>
        <NotMe back={steps.goBack} />
      </Match>
      <Match when={code()} keyed>
        {(found) => <Code opened={found} steps={steps} onCode={server.enrol} />}
      </Match>
    </Switch>
  );
};

interface CodeStepsProps {
  readonly opened: OpenedCard;
  readonly steps: ReturnType<typeof useSteps>;
  readonly onCode: (code: readonly number[]) => Promise<void>;
}

const Code = (props: CodeStepsProps): JSX.Element => {
  const shared = () => ({
    me: props.opened.me,
    steps: { at: 2, of: 3 },
    draft: props.steps.flow.draft,
    onBack: props.steps.goBack,
    onCode: props.onCode,
  });
  const turn = () => {
    const step = props.steps.step();
    return step === 'story' || step === 'once-more' ? step : 'code';
  };
  return (
    <Show when={props.opened.hasCode} fallback={<ChooseCode {...shared()} turn={turn()} onTurn={props.steps.goTo} />}>
      <EnterCode {...shared()} />
    </Show>
  );
};
