import { useNavigate, useParams } from '@solidjs/router';
import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import type { ShownView } from '#client/views/shown-view';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { SafetyMark } from '../../../parts/safety-mark.tsx';
import { shownSay } from '../../../parts/shown-thumb.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { NotHere } from '../not-here.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { TakeLook } from './review.tsx';
import { shownPage } from './shown-page.ts';
import '../../../css/capture.css';

/** How long one can think again, in milliseconds. */
const UNDO_MS = 10_000;

/** One thing I show: what it is, where it is, who may see it; and it can be taken back. */
export const OneShown = (): JSX.Element => {
  const app = useApp();
  const params = useParams();
  const navigate = useNavigate();
  const found = (): ShownView | undefined => app.shown().find(({ id }) => id === params['id']);
  const back = (): string => shownPage(app.shown().findIndex(({ id }) => id === params['id']));
  const [going, setGoing] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const [toGo, setToGo] = createSignal<string>();
  const undo = (): void => {
    clearTimeout(timer);
    setToGo(undefined);
    setGoing(false);
  };
  // It goes when the time to think again is over, or when one leaves: what is pressed is done.
  const go = async (): Promise<void> => {
    const evidence = toGo();
    clearTimeout(timer);
    setToGo(undefined);
    if (evidence !== undefined) await app.takeBack(evidence);
  };
  const takeBack = (one: ShownView): void => {
    setToGo(one.id);
    setGoing(true);
    timer = setTimeout(() => void go().then(() => navigate('/me/shown', { replace: true })), UNDO_MS);
  };
  onCleanup(() => void go());
  return (
    <Switch fallback={<NotHere />}>
      <Match when={going()}>
        <GoneBack back={back()} onUndo={undo} />
      </Match>
      <Match when={found()}>{(one) => <ThisOne one={one()} back={back()} onTakeBack={() => takeBack(one())} />}</Match>
    </Switch>
  );
};

const ThisOne = (props: { readonly one: ShownView; readonly back: string; readonly onTakeBack: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [address] = createResource(
    () => ({ scope: props.one.scope, media: props.one.media }),
    ({ scope, media }) => app.mediaAddress(scope, media),
  );
  const isOpen = (): boolean => props.one.seenBy !== 'me';
  const safety = () => `label.${props.one.safety}` as const;
  return (
    <PersonScreen
      name="one-shown"
      back={props.back}
      say={[shownSay(props.one.kind), safety(), 'title.who-sees-it', isOpen() ? 'label.my-team' : 'label.only-me', 'label.take-back']}
    >
      <h1 class="only-heard">{words.t(shownSay(props.one.kind))}</h1>
      <Show when={address.latest} fallback={<Picture of="no-network" class="fill" say={safety()} />}>
        {(at) => <TakeLook take={{ kind: props.one.kind, address: at() }} />}
      </Show>
      <div class="shown-where">
        <p class="shown-safety" data-say={safety()}>
          <SafetyMark safety={props.one.safety} name="" />
          {words.t(safety())}
        </p>
        <Show when={props.one.safety === 'kept-here'}>
          <BigButton
            tone="paper"
            class="shown-send"
            picture="on-its-way"
            label={words.t('label.share')}
            say="label.share"
            onPress={() => void app.sendNow(props.one.media)}
          />
        </Show>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: two equal ways, not a form */}
      <div class="actions actions-equal shown-seen-by" role="group" aria-label={words.t('title.who-sees-it')} data-primary="">
        <Tile label={words.t('label.only-me')} say="label.only-me" pressed={!isOpen()} onPress={() => void app.showTo(props.one.id, 'me')}>
          <Picture of="only-me-sees" />
        </Tile>
        <Tile
          label={words.t('label.my-team')}
          say="label.my-team"
          pressed={isOpen()}
          onPress={() => void app.showTo(props.one.id, 'structure')}
        >
          <Picture of="team-sees" />
        </Tile>
      </div>
      <BigButton
        tone="paper"
        class="shown-take-back"
        picture="gone-back"
        label={words.t('label.take-back')}
        say="label.take-back"
        onPress={() => props.onTakeBack()}
      />
    </PersonScreen>
  );
};

const GoneBack = (props: { readonly back: string; readonly onUndo: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="gone-back" back={props.back} say={['title.took-back', 'label.undo']}>
      <Picture of="gone-back" class="fill" say="title.took-back" />
      <Heading title={words.t('title.took-back')} say="title.took-back" />
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.undo')} say="label.undo" onPress={() => props.onUndo()} />
      </div>
    </PersonScreen>
  );
};
