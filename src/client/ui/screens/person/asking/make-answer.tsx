import { type JSX, Match, Switch } from 'solid-js';
import type { ItemView } from '#client/views/asking-view';
import type { Asking } from '../../../app-asking.ts';
import { Capture } from '../capture/capture.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { AskWitness } from '../witness/ask-witness.tsx';
import { Choices } from './choices.tsx';
import { ScanAnswer } from './scan-answer.tsx';

interface MakeAnswerProps {
  readonly asking: Asking;
  readonly item: ItemView;
  readonly onDone: () => void;
}

type Captured = 'photo' | 'video' | 'voice' | 'attestation';
const CAPTURED: readonly string[] = ['photo', 'video', 'voice', 'attestation'] satisfies readonly Captured[];
const isCaptured = (kind: string): kind is Captured => CAPTURED.includes(kind);

/** One answer that is made on the spot: a photo, a film, a voice, a paper, a code, somebody who saw it. */
export const MakeAnswer = (props: MakeAnswerProps): JSX.Element => {
  const kind = () => props.item.question.kind;
  const chosen = () => props.asking.now().answers[props.item.id]?.chosen ?? [];
  const put = (made: readonly string[]): void => {
    // Before and after belong together: a new pair takes the place of the old one.
    if (isPair()) for (const old of chosen()) props.asking.touch(props.item.id, old);
    for (const one of made) if (!chosen().includes(one)) props.asking.touch(props.item.id, one);
    props.onDone();
  };
  const isPair = () => 'pair' in props.item.question && props.item.question.pair === true;
  const captured = () => {
    const now = kind();
    return isCaptured(now) ? now : undefined;
  };
  return (
    <Switch
      fallback={
        <PersonScreen name="question" say={[props.item.say]} back={props.onDone} backIsPrimary>
          <h1 class="title asking-title" data-say={props.item.say}>
            {props.item.ask}
          </h1>
          <Choices asking={props.asking} item={props.item} primary={false} />
        </PersonScreen>
      }
    >
      <Match when={captured()}>
        {(of) => (
          <Capture
            kind={of()}
            pair={isPair()}
            {...(props.asking.view.notToShow === undefined ? {} : { notToShow: props.asking.view.notToShow })}
            onKept={put}
            onLeave={props.onDone}
          />
        )}
      </Match>
      <Match when={kind() === 'witness'}>
        <AskWitness
          about={props.asking.reflection}
          mould={props.asking.view.mould}
          onAsked={(witness) => put([witness])}
          onLeave={props.onDone}
        />
      </Match>
      <Match when={kind() === 'scan'}>
        <ScanAnswer item={props.item} onRead={(text) => put([text])} onLeave={props.onDone} />
      </Match>
    </Switch>
  );
};
