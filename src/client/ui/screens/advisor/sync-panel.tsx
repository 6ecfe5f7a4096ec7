import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { Key } from '#i18n/fr';
import { useApp } from '../../app.ts';
import type { Pretended, SyncState } from '../../app-courier.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { COURIER } from '../courier/addresses.ts';
import '../organiser/organiser.css';
import '../courier/courier.css';

/** How this device and its server stand, for staff and developers: numbers, the latest runs in words, and what may be pretended to try it. */
export const SyncPanel = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [looks, setLooks] = createSignal(1);
  const [state] = createResource(looks, () => app.syncState());
  return (
    <main class="staff staff-one">
      <h1 class="staff-title">{words.t('staff.sync')}</h1>
      <Show when={state.latest}>
        {(now) => (
          <>
            <Numbers state={now()} />
            <Runs state={now()} />
            <Cursors state={now()} />
            <div class="courier-tools">
              <Press class="tool" say="staff.sync.look" primary onPress={() => setLooks(looks() + 1)}>
                <Glyph of={GLYPHS.refresh} />
                <span>{words.t('staff.sync.look')}</span>
              </Press>
              <Press class="tool" say="staff.sync.save" onPress={() => void app.saveSyncState(now())}>
                <Glyph of={GLYPHS.download} />
                <span>{words.t('staff.sync.save')}</span>
              </Press>
              <Press class="tool" say="staff.courier" href={COURIER}>
                <Glyph of={GLYPHS.phone} />
                <span>{words.t('staff.courier')}</span>
              </Press>
            </div>
          </>
        )}
      </Show>
      <Show when={app.pretended()}>{(what) => <Pretending what={what()} />}</Show>
    </main>
  );
};

const Fact = (props: { readonly name: Key; readonly value: string | number }): JSX.Element => {
  const words = useWords();
  return (
    <>
      <dt>{words.t(props.name)}</dt>
      <dd dir="auto">{props.value}</dd>
    </>
  );
};

const Numbers = (props: { readonly state: SyncState }): JSX.Element => {
  const words = useWords();
  const seen = () => (props.state.progress.seenAt === 0 ? words.t('staff.sync.never') : timeOf(words.locale, props.state.progress.seenAt));
  const share = () => `${kilobytes(props.state.media.sent)} / ${kilobytes(props.state.media.bytes)} kB`;
  return (
    <dl class="sync-facts">
      <Fact name="staff.sync.waiting" value={props.state.outbox.waiting} />
      <Fact name="staff.sync.unsealed" value={props.state.outbox.unsealed} />
      <Fact name="staff.sync.segments" value={props.state.outbox.segments} />
      <Fact name="staff.sync.aside" value={props.state.outbox.aside} />
      <Fact name="staff.sync.last" value={`${props.state.progress.acknowledged} (${props.state.progress.last})`} />
      <Fact name="staff.sync.safe" value={props.state.progress.safe} />
      <Fact name="staff.sync.seen" value={seen()} />
      <Fact name="staff.sync.boxes" value={`${props.state.boxes.sent} / ${props.state.boxes.held.length}`} />
      <Fact name="staff.sync.media" value={share()} />
    </dl>
  );
};

const kilobytes = (bytes: number): number => Math.round(bytes / 1000);

const timeOf = (locale: string, at: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(at);

type Run = SyncState['runs'][number];

// A newer server may say what this version has no words for.
const SILENCES: readonly string[] = ['unreachable', 'too-slow', 'foreign', 'cut'];

const Runs = (props: { readonly state: SyncState }): JSX.Element => {
  const words = useWords();
  const told = ({ ended, why }: Run): string => {
    if (ended === 'refused') return words.t('staff.sync.run.refused', { code: why ?? '' });
    if (ended === 'silence') return words.t(`staff.sync.run.${SILENCES.includes(why ?? '') ? (why as 'cut') : 'unreachable'}`);
    return words.t(`staff.sync.run.${ended}`);
  };
  return (
    <Show when={props.state.runs.length > 0}>
      <h2>{words.t('staff.sync.runs')}</h2>
      <dl class="sync-facts">
        <For each={props.state.runs.toReversed()}>
          {(run) => (
            <>
              <dt>{told(run)}</dt>
              <dd>{timeOf(words.locale, run.at)}</dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  );
};

const Cursors = (props: { readonly state: SyncState }): JSX.Element => {
  const words = useWords();
  return (
    <>
      <h2>{words.t('staff.sync.scopes')}</h2>
      <dl class="sync-facts">
        <For each={Object.entries(props.state.cursors)}>
          {([scope, cursor]) => (
            <>
              <dt dir="ltr">{scope}</dt>
              <dd>{cursor}</dd>
            </>
          )}
        </For>
      </dl>
    </>
  );
};

const NETWORKS = ['real', 'tunnel', 'portal'] as const satisfies readonly Pretended['network'][];

/** In development and the demonstration only: a tunnel, a captive portal, a clock that is days off. */
const Pretending = (props: { readonly what: Pretended }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const shift = (days: number): void => app.pretend({ ...props.what, days: props.what.days + days });
  return (
    <section>
      <h2>{words.t('staff.sync.pretend')}</h2>
      <div class="courier-tools">
        <For each={NETWORKS}>
          {(network) => (
            <Press
              class="tool"
              say={`staff.sync.${network}`}
              pressed={props.what.network === network}
              onPress={() => app.pretend({ ...props.what, network })}
            >
              <span>{words.t(`staff.sync.${network}`)}</span>
            </Press>
          )}
        </For>
      </div>
      <p class="staff-line">{words.t('staff.sync.days', { days: props.what.days })}</p>
      <div class="courier-tools">
        <Press class="tool" say="staff.sync.earlier" onPress={() => shift(-1)}>
          <span>{words.t('staff.sync.earlier')}</span>
        </Press>
        <Press class="tool" say="staff.sync.later" onPress={() => shift(1)}>
          <span>{words.t('staff.sync.later')}</span>
        </Press>
      </div>
    </section>
  );
};
