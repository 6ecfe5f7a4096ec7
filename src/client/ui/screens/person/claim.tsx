import { Navigate, useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Draw } from '#domain/draw';
import type { BadgeId } from '#domain/ids';
import { type ScanOutcome, useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { Heading } from '../../parts/heading.tsx';
import { useWords } from '../../words.tsx';
import { ClaimLater } from './claim-later.tsx';
import { ClaimTaken } from './claim-taken.tsx';
import { Looking } from './looking.tsx';
import { PersonScreen } from './person-screen.tsx';
import { ScanRefused } from './scan-refused.tsx';

/** The address of an event's QR: the ticket it brought, or the one that waits in the pocket. */
export const Claim = (): JSX.Element => {
  const app = useApp();
  // Taking a ticket drops it: what is on the screen goes on showing the one it was opened with.
  const text = createMemo<string | undefined>((first) => first ?? app.keptTicket());
  return (
    <Show
      when={text()}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <Navigate href="/" />
        </Show>
      }
    >
      {(ticket) => <ClaimTicket text={ticket()} back="/" />}
    </Show>
  );
};

type Claimed = { readonly type: 'taken'; readonly badge: BadgeId } | { readonly type: 'offered' };

/** One ticket, looked at: a badge to take, or why not. */
export const ClaimTicket = (props: { readonly text: string; readonly back: string | (() => void) }): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [seen, { mutate }] = createResource<ScanOutcome, string>(
    () => props.text,
    (text) => app.look(text),
  );
  const [claimed, setClaimed] = createSignal<Claimed>({ type: 'offered' });
  const refused = () => {
    const outcome = seen();
    if (outcome?.type === 'refused') return outcome.refusal;
    // What leads elsewhere was never brought here.
    return outcome?.type === 'card' || outcome?.type === 'foreign' ? { type: outcome.type } : undefined;
  };
  const ticket = () => {
    const outcome = seen();
    return outcome?.type === 'ticket' ? outcome : undefined;
  };
  // A ticket that is refused will never do: it does not wait in the pocket.
  createEffect(() => {
    if (refused()) app.dropTicket();
  });
  const take = async (): Promise<void> => {
    const done = await app.claim(props.text);
    app.dropTicket();
    if (typeof done === 'string') setClaimed({ type: 'taken', badge: done });
    else mutate({ type: 'refused', refusal: done });
  };
  const later = async (): Promise<void> => {
    await app.keepTicket(props.text);
    navigate('/');
  };
  return (
    <Switch fallback={<Looking scene={{ picture: 'scan-poster' }} back={props.back} />}>
      <Match when={refused()}>{(refusal) => <ScanRefused refusal={refusal()} back={props.back} />}</Match>
      <Match when={claimed().type === 'taken' && claimed()} keyed>
        {(done) => <ClaimTaken badge={done.type === 'taken' ? done.badge : undefined} draw={ticket()?.draw} />}
      </Match>
      <Match when={app.who() === 'nobody' && ticket()}>{(found) => <ClaimLater draw={found().draw} text={props.text} />}</Match>
      <Match when={ticket()}>{(found) => <Offer draw={found().draw} back={props.back} onTake={take} onLater={later} />}</Match>
    </Switch>
  );
};

interface OfferProps {
  readonly draw: Draw;
  readonly back: string | (() => void);
  readonly onTake: () => Promise<void>;
  readonly onLater: () => Promise<void>;
}

const Offer = (props: OfferProps): JSX.Element => {
  const words = useWords();
  const [busy, setBusy] = createSignal(false);
  const once = (act: () => Promise<void>): void => {
    if (busy()) return;
    setBusy(true);
    void act().finally(() => setBusy(false));
  };
  return (
    <PersonScreen name="claim" say={['say.an-event', 'line.claim', 'label.take', 'label.later']} back={props.back}>
      <span class={`stage hue-${props.draw.hue}`} data-say="say.ribbon-open">
        <Badge draw={props.draw} ribbon="open" class="fill" />
      </span>
      <Heading title={props.draw.title} say="say.an-event" line={words.t('line.claim')} lineSay="line.claim" />
      <div class="actions actions-two">
        <BigButton
          tone="paper"
          tall
          picture="badge-pocket"
          label={words.t('label.later')}
          say="label.later"
          onPress={() => once(props.onLater)}
        />
        <BigButton
          tone="yes"
          tall
          primary
          picture="take-badge"
          label={words.t('label.take')}
          say="label.take"
          onPress={() => once(props.onTake)}
        />
      </div>
    </PersonScreen>
  );
};
