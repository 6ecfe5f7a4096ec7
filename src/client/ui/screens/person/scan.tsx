import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { type CameraState, type Scanning, useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { ClaimTicket } from './claim.tsx';
import { PersonScreen } from './person-screen.tsx';
import { type Hint, startHints } from './scan-hints.ts';
import { ScanRefused } from './scan-refused.tsx';

type Found = { readonly type: 'ticket'; readonly text: string } | { readonly type: 'foreign' | 'card' };

/** The scanner: sorts what it reads and goes there. What it found stays here, so that back is the camera again. */
export const Scan = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [found, setFound] = createSignal<Found>();
  const again = (): void => void setFound(undefined);
  const onText = async (text: string): Promise<void> => {
    const outcome = await app.look(text);
    if (outcome.type === 'ticket' || outcome.type === 'refused') setFound({ type: 'ticket', text });
    else if (outcome.type === 'badge') navigate(`/b/${outcome.badge}`);
    else if (outcome.type === 'packed') navigate(`/verifier#${encodeURIComponent(text)}`);
    else if (outcome.type === 'card' && app.who() === 'nobody') {
      app.bringCard(text);
      navigate('/c');
    } else if (outcome.type === 'witness') {
      app.bringCard(text);
      navigate('/w');
    } else if (outcome.type === 'link') {
      app.bringCard(text);
      navigate('/k');
    } else setFound({ type: outcome.type });
  };
  return (
    <Switch fallback={<Viewfinder onText={(text) => void onText(text)} />}>
      <Match when={found()} keyed>
        {(thing) =>
          thing.type === 'ticket' ? (
            <ClaimTicket text={thing.text} back={again} />
          ) : (
            <ScanRefused refusal={{ type: thing.type }} back={again} onScan={again} />
          )
        }
      </Match>
    </Switch>
  );
};

const HINTS = {
  starting: { picture: 'scan-poster', line: 'line.starting' },
  looking: { picture: 'scan-poster', line: 'title.scan' },
  'come-nearer': { picture: 'come-nearer', line: 'line.come-nearer' },
  'hold-still': { picture: 'hold-still', line: 'line.hold-still' },
  'too-dark': { picture: 'too-dark', line: 'line.too-dark' },
  'no-code': { picture: 'foreign-code', line: 'line.no-code' },
} as const;

const Viewfinder = (props: { readonly onText: (text: string) => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [state, setState] = createSignal<CameraState>('starting');
  const [hint, setHint] = createSignal<Hint>();
  const [noCode, setNoCode] = createSignal(false);
  const [torch, setTorch] = createSignal(false);
  let scanning: Scanning | undefined;
  const look = (view: HTMLElement): void => {
    // Once it stands in the page: a camera asks for its size.
    onMount(() => {
      scanning = app.scan(view, { text: (text) => props.onText(text), state: setState });
    });
  };
  onCleanup(() => scanning?.stop());
  onCleanup(app.keepAwake());
  createEffect(() => {
    setHint(undefined);
    if (state() === 'looking') onCleanup(startHints(setHint));
  });
  const closed = () => state() === 'refused' || state() === 'missing';
  const shown = () => {
    if (noCode()) return HINTS['no-code'];
    const now = state();
    return now === 'too-dark' || now === 'starting' ? HINTS[now] : HINTS[hint() ?? 'looking'];
  };
  const closedLine = () => (noCode() ? 'line.no-code' : 'line.allow-camera');
  const hasTorch = () => (state() === 'looking' || state() === 'too-dark') && scanning?.torch !== null;
  const flip = (): void => {
    setTorch(!torch());
    scanning?.torch?.(torch());
  };
  const read = async (file: File): Promise<void> => {
    const text = await app.scanFile(file);
    setNoCode(text === null);
    if (text !== null) props.onText(text);
  };
  return (
    <PersonScreen name="scan" back="/" say={closed() && !noCode() ? ['title.no-camera', 'line.allow-camera'] : [shown().line]}>
      <Show
        when={!closed()}
        fallback={
          <Refused
            scene={{ picture: noCode() ? 'foreign-code' : 'no-camera' }}
            title={words.t('title.no-camera')}
            line={words.t(closedLine())}
            say="title.no-camera"
            lineSay={closedLine()}
          >
            <FileButton label={words.t('label.photo')} say="label.photo" onFile={(file) => void read(file)} />
            <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.try')} say="label.try" onPress={app.reload} />
          </Refused>
        }
      >
        <h1 class="only-heard">{words.t('title.scan')}</h1>
        <div class="viewfinder" data-primary="" data-say="title.scan">
          <div ref={look} class="viewfinder-camera" />
          <span class="viewfinder-corners" aria-hidden="true" />
          <Show when={hasTorch()}>
            <Press class="viewfinder-torch" name={words.t('label.torch')} say="label.torch" pressed={torch()} onPress={flip}>
              <Glyph of={GLYPHS.lightning} />
            </Press>
          </Show>
        </div>
        <div class="scan-foot">
          <p class="scan-hint" aria-live="polite" data-say={shown().line}>
            <Picture of={shown().picture} />
            <span>{words.t(shown().line)}</span>
          </p>
          <FileButton label={words.t('label.photo')} say="label.photo" onFile={(file) => void read(file)} />
        </div>
      </Show>
    </PersonScreen>
  );
};
