import { Navigate, useNavigate } from '@solidjs/router';
import { createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { type EntryRefusal, type OpenedCard, useApp } from '../../app.ts';
import { CardRefused } from './card-refused.tsx';
import { ChooseCode } from './choose-code.tsx';
import { EnterCode } from './enter-code.tsx';
import { Looking } from './looking.tsx';
import { ScanRefused } from './scan-refused.tsx';
import { SoundChoice } from './sound-choice.tsx';
import { WhoIsIt } from './who-is-it.tsx';

const isOpened = (answer: OpenedCard | EntryRefusal | undefined): answer is OpenedCard => typeof answer === 'object';

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

const Card = (props: { readonly secret: string }): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [card, { refetch }] = createResource(
    () => props.secret,
    (secret) => app.openCard(secret),
  );
  const [step, setStep] = createSignal<'sound' | 'who' | 'not-me' | 'code'>(app.sound() === 'not-asked' ? 'sound' : 'who');
  const [refusal, setRefusal] = createSignal<EntryRefusal>();
  const opened = () => {
    const answer = card.latest;
    return isOpened(answer) ? answer : undefined;
  };
  const refused = () => {
    const answer = card.latest;
    return refusal() ?? (typeof answer === 'string' ? answer : undefined);
  };
  // A device is one person's: another person's card changes nothing here.
  const isOthers = () => {
    const [here, card] = [app.me(), opened()?.me];
    return (
      here !== undefined &&
      card !== undefined &&
      `${here.firstName} ${here.figure} ${here.mark}` !== `${card.firstName} ${card.figure} ${card.mark}`
    );
  };
  const [code, setCode] = createSignal<readonly number[]>();
  const enrol = async (chosen: readonly number[]): Promise<void> => {
    setCode(chosen);
    const done = await app.enrol(props.secret, chosen);
    if (done === 'enrolled') return navigate(app.keptTicket() ? '/e' : '/', { replace: true });
    if (done === 'CodeWrong') setCode(undefined);
    setRefusal(done);
  };
  // What was chosen is not asked twice: when the network or the server failed, the same four pictures are tried again.
  const again = (): void => {
    const chosen = code();
    setRefusal(undefined);
    if (!opened()) void refetch();
    else if (chosen) void enrol(chosen);
  };
  return (
    <Switch fallback={<Looking back="/" />}>
      <Match when={step() === 'sound'}>
        <SoundChoice steps={{ at: 0, of: 3 }} onChosen={() => setStep('who')} />
      </Match>
      <Match when={refused()}>{(type) => <CardRefused type={type()} onAgain={again} />}</Match>
      <Match when={isOthers()}>
        <ScanRefused refusal={{ type: 'other-person' }} back="/" />
      </Match>
      <Match when={step() === 'who' && opened()}>
        {(found) => (
          <WhoIsIt
            me={found().me}
            steps={{ at: 1, of: 3 }}
            onMe={() => setStep('code')}
            onBack={() => navigate('/')}
            onNotMe={() => setStep('not-me')}
          />
        )}
      </Match>
      <Match when={step() === 'not-me'}>
        <ScanRefused refusal={{ type: 'card' }} back={() => setStep('who')} />
      </Match>
      <Match when={step() === 'code' && opened()} keyed>
        {(found) => {
          const Code = found.hasCode ? EnterCode : ChooseCode;
          return <Code me={found.me} steps={{ at: 2, of: 3 }} onBack={() => setStep('who')} onCode={enrol} />;
        }}
      </Match>
    </Switch>
  );
};
