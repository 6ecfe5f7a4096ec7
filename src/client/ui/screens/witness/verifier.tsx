import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, createResource, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { type BroughtBadge, useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { BadgeCard } from './badge-card.tsx';
import { BadgeFile } from './badge-file.tsx';
import { BadgeScanner } from './badge-scanner.tsx';
import { BringBadge } from './bring-badge.tsx';
import { Checked } from './checked.tsx';
import { NoBadge, Problems } from './problems.tsx';
import './public-badge.css';
import './verifier.css';

/** Anybody brings a badge (a file, a code, a link, a text), and this very browser says what of it is sure, and since when. */
export const Verifier = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  // A link may come with the address itself, after the #: so it never reaches a server's log.
  const [brought, setBrought] = createSignal<Blob | string | undefined>(decoded(useLocation().hash.slice(1)));
  const [isScanning, setScanning] = createSignal(false);
  const [found] = createResource(brought, (badge) => app.checkBadge(badge));
  const bring = (badge: Blob | string): void => void setBrought(() => badge);
  // The picture that was brought is the badge's own: shown as an image only, and given back afterwards.
  const image = createMemo((): string | undefined => {
    const file = brought();
    if (!(file instanceof Blob) || !/^image\/(?:png|svg\+xml)$/.test(file.type)) return undefined;
    const address = URL.createObjectURL(file);
    onCleanup(() => URL.revokeObjectURL(address));
    return address;
  });
  const again = (): void => {
    setScanning(false);
    setBrought();
  };
  // A resource keeps its last answer when there is nothing to ask any more.
  const now = (): BroughtBadge | undefined => (brought() !== undefined && found.state === 'ready' ? found() : undefined);
  const as = <State extends BroughtBadge['state']>(state: State): Extract<BroughtBadge, { state: State }> | undefined => {
    const it = now();
    return it?.state === state ? (it as Extract<BroughtBadge, { state: State }>) : undefined;
  };
  // Several codes make one badge, shown in turn and faster than one may be read: the camera stays open (or opens, when the first was read
  // elsewhere) until the last of them was.
  let waiting: readonly string[] = [];
  const read = (text: string): void => {
    if (found.loading) waiting = [...waiting, text];
    else bring(text);
  };
  createEffect(() => {
    const it = now();
    if (!it) return;
    setScanning(it.state === 'more');
    const [next, ...later] = waiting;
    waiting = it.state === 'more' ? later : [];
    if (it.state === 'more' && next !== undefined) bring(next);
  });
  return (
    <main class="public" aria-busy={found.loading} ref={(page) => acceptEverywhere(page, bring)}>
      <p class="public-what">{words.t('fact.open-badge')}</p>
      <Switch fallback={<BringBadge onBadge={bring} onScan={() => setScanning(true)} />}>
        <Match when={isScanning()}>
          <BadgeScanner onText={read} onClose={again} progress={as('more')} />
        </Match>
        <Match when={brought() !== undefined && found.loading}>
          <div class="public-card public-loading">
            <span class="public-ghost" />
            <h1 class="public-line">{words.t('title.look')}</h1>
          </div>
        </Match>
        <Match when={as('shown')} keyed>
          {(badge) => (
            <>
              <BadgeCard badge={badge} image={image()} />
              <Checked badge={badge} />
              <Problems of={badge.problems} />
              <Actions onAgain={again}>
                <BadgeFile json={badge.json} />
              </Actions>
            </>
          )}
        </Match>
        <Match when={as('nothing')} keyed>
          {(nothing) => (
            <>
              <NoBadge problem={nothing.problems[0] ?? 'unreadable'} />
              <Actions onAgain={again} />
            </>
          )}
        </Match>
      </Switch>
    </main>
  );
};

/** What stands after the # of the address; nothing when it cannot be read. */
const decoded = (fragment: string): string | undefined => {
  try {
    return decodeURIComponent(fragment) || undefined;
  } catch {
    return undefined;
  }
};

const Actions = (props: { readonly onAgain: () => void; readonly children?: JSX.Element }): JSX.Element => {
  const words = useWords();
  return (
    <div class="public-actions">
      <Press class="public-button" say="check.another" onPress={() => props.onAgain()} primary>
        <Glyph of={GLYPHS.again} />
        {words.t('check.another')}
      </Press>
      <Show when={props.children}>
        <Press class="public-button" say="label.print" onPress={() => window.print()}>
          <Glyph of={GLYPHS.printer} />
          {words.t('label.print')}
        </Press>
        {props.children}
      </Show>
    </div>
  );
};

/** Dropped anywhere on the page, pasted with the keyboard: people try both. A field of the page keeps its own pasting. */
const acceptEverywhere = (page: HTMLElement, bring: (badge: Blob | string) => void): void => {
  const allow = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const badge = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text');
    if (badge) bring(badge);
  };
  const paste = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const badge = event.clipboardData?.files[0] ?? event.clipboardData?.getData('text');
    if (badge) bring(badge);
  };
  onMount(() => {
    page.addEventListener('dragover', allow);
    page.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    onCleanup(() => document.removeEventListener('paste', paste));
  });
};
