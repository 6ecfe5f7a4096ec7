import { useParams } from '@solidjs/router';
import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import type { RequestView } from '#client/views/requests-view';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { Face } from '../../../parts/face.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { PlayMedia } from '../../../parts/play-media.tsx';
import { useWords } from '../../../words.tsx';
import { ClaimTaken } from '../claim-taken.tsx';
import { Looking } from '../looking.tsx';
import { NotHere } from '../not-here.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { RequestStages } from './request-stages.tsx';
import { TookRequestBack } from './took-request-back.tsx';
import '../../../css/asking.css';

/** What I asked for, and how it stands: four pictures, and the face and voice of who answered. */
export const MyRequest = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ request: string }>();
  const [takingBack, setTakingBack] = createSignal(false);
  const view = () => app.requests()?.find(({ id }) => id === params.request);
  return (
    <Switch fallback={<NotHere />}>
      <Match when={app.requests() === undefined}>
        <Looking scene={{ picture: 'ask-badge' }} />
      </Match>
      <Match when={(takingBack() || view()?.step === 'taken-back') && view()}>
        {(request) => (
          <TookRequestBack
            draw={request().draw}
            mould={request().mould}
            done={request().step === 'taken-back'}
            onUndo={() => setTakingBack(false)}
            onDone={() => void app.takeBackRequest(request().id)}
          />
        )}
      </Match>
      <Match when={view()?.step === 'given' && view()}>{(request) => <ClaimTaken badge={request().badge} draw={request().draw} />}</Match>
      <Match when={view()}>{(request) => <Standing request={request()} onTakeBack={() => setTakingBack(true)} />}</Match>
    </Switch>
  );
};

type Waiting = 'sent' | 'looking' | 'talk' | 'continue';

const Standing = (props: { readonly request: RequestView; readonly onTakeBack: () => void }): JSX.Element => {
  const words = useWords();
  const step = () => props.request.step as Waiting;
  const isHers = () => step() === 'continue';
  return (
    <PersonScreen
      name="request"
      say={[`title.${step()}`, `line.${step()}`, ...(step() === 'sent' ? [`label.${props.request.safety}`] : [])]}
      back="/"
    >
      <Heading title={words.t(`title.${step()}`)} say={`title.${step()}`} line={words.t(`line.${step()}`)} lineSay={`line.${step()}`} />
      <Show when={step() === 'talk' || isHers()} fallback={<RequestStages request={props.request} />}>
        <Answered request={props.request} />
      </Show>
      <div class="pager asking-row">
        <Show when={!isHers()}>
          <BigButton class="asking-back" tone="paper" label={words.t('label.take-back')} say="label.take-back" onPress={props.onTakeBack} />
        </Show>
        <BigButton
          class="asking-next"
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={words.t('label.go-on')}
          say={isHers() ? 'say.resume' : 'label.go-on'}
          href={isHers() ? `/ask/${props.request.mould}` : '/'}
        />
      </div>
    </PersonScreen>
  );
};

/** Who answered: a face, and the voice to touch. */
const Answered = (props: { readonly request: RequestView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const voice = () => props.request.by?.voice;
  const [address] = createResource(voice, ({ scope, media }) => app.mediaAddress(scope, media));
  onCleanup(app.hush);
  return (
    <div class={`fill answered hue-${props.request.draw.hue}`} data-say="say.who-answered">
      <Show when={props.request.by}>
        {(by) => (
          <p class="answered-who" data-say="say.who-answered">
            <Face figure={by().face.figure} mark={by().face.mark} class="answered-face" />
            <span class="answered-name">{by().face.firstName}</span>
          </p>
        )}
      </Show>
      <Show when={address()}>
        {(heard) => (
          <PlayMedia
            kind="voice"
            class="answered-voice"
            address={heard()}
            name={words.t('say.giver-voice')}
            say="say.giver-voice"
            onPlay={app.hush}
          />
        )}
      </Show>
    </div>
  );
};
