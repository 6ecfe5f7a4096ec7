import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Key } from '#i18n/fr';
import { useApp } from '../../app.ts';
import type { BoxRead, HeldView } from '../../app-courier.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { SYNC_PANEL } from '../courier/addresses.ts';
import { FrameReader } from '../courier/frame-reader.tsx';
import { TurningFrames } from '../courier/turning-frames.tsx';
import { OfflineNotice } from '../organiser/offline-notice.tsx';
import '../organiser/organiser.css';
import '../courier/courier.css';

const TOLD = {
  taken: 'staff.courier.taken',
  foreign: 'staff.courier.foreign',
  refused: 'staff.courier.foreign',
  full: 'staff.courier.full',
} as const satisfies Record<Exclude<BoxRead['state'], 'more'>, Key>;

type View = { readonly is: 'list' | 'scan' } | { readonly is: 'answer'; readonly box: string };

/** Carrying for phones without network: read theirs, send, show them the answer. Reading works offline, all day long. */
export const CourierScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [view, setView] = createSignal<View>({ is: 'list' });
  const [told, setTold] = createSignal<Key>();
  const onRead = ({ state }: { readonly state: keyof typeof TOLD }): void => {
    setTold(TOLD[state]);
    setView({ is: 'list' });
  };
  const take = async (file: File): Promise<void> => {
    const found = await app.takeBox(file);
    if (found.state !== 'more') onRead(found);
  };
  const send = async (): Promise<void> =>
    void setTold((await app.sendHeld()) === 'sent' ? 'staff.courier.sent' : 'staff.courier.no-network');
  const answered = () => {
    const now = view();
    return now.is === 'answer' ? now.box : undefined;
  };
  return (
    <main class="staff staff-one">
      <h1 class="staff-title">{words.t('staff.courier')}</h1>
      <Switch
        fallback={
          <>
            <p class="staff-line">{words.t('staff.courier.why')}</p>
            <OfflineNotice />
            <div class="notice-place" role="status">
              <Show when={told()}>{(key) => <p class="notice">{words.t(key())}</p>}</Show>
            </div>
            <div class="courier-tools">
              <Press class="tool" say="staff.courier.scan" primary onPress={() => setView({ is: 'scan' })}>
                <Glyph of={GLYPHS.scan} />
                <span>{words.t('staff.courier.scan')}</span>
              </Press>
              <Press class="tool" say="staff.courier.send" onPress={() => void send()}>
                <Glyph of={GLYPHS.upload} />
                <span>{words.t('staff.courier.send')}</span>
              </Press>
              <FileButton
                accept=".txt,text/plain"
                label={words.t('staff.courier.file')}
                say="staff.courier.file"
                onFile={(file) => void take(file)}
              />
            </div>
            <Held onShow={(box) => setView({ is: 'answer', box })} />
            <Press class="tool" say="staff.sync" href={SYNC_PANEL}>
              <Glyph of={GLYPHS.refresh} />
              <span>{words.t('staff.sync')}</span>
            </Press>
          </>
        }
      >
        <Match when={view().is === 'scan'}>
          <FrameReader read={(text) => app.takeBox(text)} onRead={onRead} />
          <BackToList onPress={() => setView({ is: 'list' })} />
        </Match>
        <Match when={answered()}>{(box) => <ShowAnswer box={box()} onDone={() => setView({ is: 'list' })} />}</Match>
      </Switch>
    </main>
  );
};

const BackToList = (props: { readonly onPress: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <Press class="tool" say="staff.back" onPress={() => props.onPress()}>
      <Glyph of={GLYPHS['arrow-left']} class="forward" />
      <span>{words.t('staff.back')}</span>
    </Press>
  );
};

const Held = (props: { readonly onShow: (box: string) => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const all = () => app.held() ?? [];
  const count = (state: HeldView['state']): number => all().filter((box) => box.state === state).length;
  return (
    <>
      <dl class="courier-counts">
        <div class="courier-count">
          <dt>{words.t('staff.courier.waiting')}</dt>
          <dd>{count('waiting')}</dd>
        </div>
        <div class="courier-count">
          <dt>{words.t('staff.courier.answers')}</dt>
          <dd>{count('answered')}</dd>
        </div>
      </dl>
      <Show when={all().length > 0} fallback={<p class="staff-line">{words.t('staff.courier.none')}</p>}>
        <ul class="courier-list">
          <For each={all()}>{(box) => <OneBox box={box} onShow={() => props.onShow(box.id)} />}</For>
        </ul>
      </Show>
    </>
  );
};

const OneBox = (props: { readonly box: HeldView; readonly onShow: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const date = () => new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(props.box.at);
  return (
    <li class="courier-item">
      <span>
        <strong>{props.box.from === 'left' ? words.t('staff.courier.left') : words.t('staff.courier.of', { date: date() })}</strong>
        <Show when={props.box.state === 'refused'}>
          <br />
          {words.t('staff.courier.refused')}
        </Show>
      </span>
      <Switch>
        <Match when={props.box.state === 'answered'}>
          <Press class="tool" say="staff.courier.show" onPress={() => props.onShow()}>
            <Glyph of={GLYPHS['qr-code']} />
            <span>{words.t('staff.courier.show')}</span>
          </Press>
        </Match>
        <Match when={props.box.state === 'refused' && props.box.from === 'carried'}>
          <Press class="tool" say="staff.courier.forget" onPress={() => void app.handedOver(props.box.id)}>
            <span>{words.t('staff.courier.forget')}</span>
          </Press>
        </Match>
      </Switch>
    </li>
  );
};

const ShowAnswer = (props: { readonly box: string; readonly onDone: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [frames] = createResource(
    () => props.box,
    (box) => app.answerToShow(box),
  );
  const done = async (): Promise<void> => {
    await app.handedOver(props.box);
    props.onDone();
  };
  return (
    <>
      <p class="staff-line">{words.t('staff.courier.show-why')}</p>
      <Show when={frames()}>{(all) => <TurningFrames frames={all()} />}</Show>
      <div class="courier-tools">
        <Press class="tool" say="staff.courier.done" primary onPress={() => void done()}>
          <Glyph of={GLYPHS.tick} />
          <span>{words.t('staff.courier.done')}</span>
        </Press>
        <Press class="tool" say="staff.courier.as-file" onPress={() => void app.shareAnswer(props.box)}>
          <Glyph of={GLYPHS.share} />
          <span>{words.t('staff.courier.as-file')}</span>
        </Press>
        <BackToList onPress={() => props.onDone()} />
      </div>
    </>
  );
};
