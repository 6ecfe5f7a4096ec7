import { useNavigate } from '@solidjs/router';
import { createResource, createSignal, type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words.tsx';
import { copyText } from './copy-text.ts';
import { HeldBadge } from './held-badge.tsx';
import { PackedCode } from './packed-code.tsx';
import { PersonScreen } from './person-screen.tsx';

/** Showing one badge: first who may see it, then the code that another phone scans. */
export const ShowBadge = (): JSX.Element => (
  <HeldBadge>
    {(badge) => (
      <Show when={badge().shown === 'world'} fallback={<WhoSees badge={badge()} />}>
        <Code badge={badge()} />
      </Show>
    )}
  </HeldBadge>
);

const WhoSees = (props: { readonly badge: BadgeView }): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const words = useWords();
  const back = () => `/badges/${props.badge.id}`;
  return (
    <PersonScreen name="who-sees" say={['title.who-sees', 'label.me', 'label.by-link', 'label.world']} back={back()}>
      <Badge
        draw={props.badge.draw}
        level={props.badge.level}
        ribbon={props.badge.ribbon}
        class="fill"
        say={`mould.${props.badge.mould}`}
      />
      <Heading title={words.t('title.who-sees')} say="title.who-sees" />
      {/* biome-ignore lint/a11y/useSemanticElements: two equal answers, not a form */}
      <div class="actions actions-three" role="group" aria-label={words.t('title.who-sees')} data-primary="">
        <Tile label={words.t('label.me')} say="label.me" pressed onPress={() => navigate(back())}>
          <Show when={app.me()}>{(me) => <Face figure={me().figure} mark={me().mark} class="face-answer" />}</Show>
        </Tile>
        <Tile label={words.t('label.by-link')} say="label.by-link" href={`/badges/${props.badge.id}/send`}>
          <Picture of="by-link" class="answer-picture" />
        </Tile>
        <Tile label={words.t('label.world')} say="label.world" pressed={false} onPress={() => void app.show(props.badge.id, 'world')}>
          <Picture of="everyone" class="answer-picture" />
        </Tile>
      </div>
    </PersonScreen>
  );
};

const Code = (props: { readonly badge: BadgeView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const address = () => app.addressOf(props.badge.id);
  const [svg] = createResource(address, (text) => app.qr(text));
  // The badge itself, for a phone that has no network either; without one it is what one sees first.
  const [packed] = createResource(
    () => (props.badge.ribbon === 'closed' ? props.badge.id : undefined),
    (badge) => app.packed(badge),
  );
  const [chosen, setChosen] = createSignal<boolean>();
  const byPhone = () => ((chosen() ?? !app.online()) ? packed() : undefined);
  // Where there is no share sheet (a computer) the same touch copies the address, and shows it.
  const [copied, setCopied] = createSignal<boolean>();
  const copy = async (): Promise<void> => void setCopied(await copyText(address()));
  const share = async (): Promise<void> => {
    if (!(await app.share(props.badge.draw.title, address()))) await copy();
  };
  return (
    <PersonScreen
      name="show-code"
      say={copied() ? ['label.copied'] : ['title.show-code', byPhone() ? 'line.by-phone' : 'line.show-code']}
      back={`/badges/${props.badge.id}`}
    >
      <Heading title={words.t('title.show-code')} say="title.show-code" />
      <div class="fill show-pair">
        <Badge draw={props.badge.draw} level={props.badge.level} ribbon={props.badge.ribbon} caption class="print-only" />
        <p class="print-only title">{app.me()?.firstName}</p>
        <Show when={byPhone()} fallback={<QrCode svg={svg()} name={words.t('say.qr')} />}>
          {(texts) => <PackedCode texts={texts()} />}
        </Show>
      </div>
      <Show when={copied() === undefined && packed()}>
        <ByPhone chosen={byPhone() !== undefined} onPress={() => setChosen(!byPhone())} />
      </Show>
      <Show when={copied() !== undefined}>
        <CopiedAddress address={address()} copied={copied() ?? false} onCopy={() => void copy()} />
      </Show>
      {/* Face to face the code needs the room. */}
      <Show when={!byPhone()}>
        <div class="actions actions-three">
          <Tile label={words.t('label.me')} say="label.me" onPress={() => void app.show(props.badge.id, 'me')}>
            <Show when={app.me()}>{(me) => <Face figure={me().figure} mark={me().mark} class="face-answer" />}</Show>
          </Tile>
          <Tile label={words.t('label.ways')} say="label.ways" href={`/badges/${props.badge.id}/send`}>
            <Picture of="networks" class="answer-picture" />
          </Tile>
          <Tile label={words.t('label.share')} say="label.share" primary class="tile-ink" onPress={() => void share()}>
            <Glyph of={GLYPHS.share} class="big-glyph" />
          </Tile>
        </div>
      </Show>
    </PersonScreen>
  );
};

/** The badge's address, or the badge itself: for two phones with no network. */
const ByPhone = (props: { readonly chosen: boolean; readonly onPress: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <Press class="address by-phone" say="label.no-network" pressed={props.chosen} primary={props.chosen} onPress={props.onPress}>
      <Glyph of={GLYPHS.phone} />
      <Glyph of={GLYPHS.phone} />
      <span class="address-says">
        <b>{words.t('label.no-network')}</b>
        <Show when={props.chosen}>
          <span>{words.t('line.by-phone')}</span>
        </Show>
      </span>
    </Press>
  );
};

interface CopiedAddressProps {
  readonly address: string;
  readonly copied: boolean;
  readonly onCopy: () => void;
}

/** The address, for whoever sits at a computer: copied already, or by touching it. */
const CopiedAddress = (props: CopiedAddressProps): JSX.Element => {
  const words = useWords();
  const key = () => (props.copied ? 'label.copied' : 'label.copy');
  // Once it is copied, whose address it is will do.
  const shown = () => (props.copied ? new URL(props.address).host : props.address);
  return (
    <Press class="address" say={key()} onPress={props.onCopy}>
      <Glyph of={props.copied ? GLYPHS.tick : GLYPHS.copy} />
      <span class="address-says" role="status">
        <b>{words.t(key())}</b>
        <span dir="ltr">{shown()}</span>
      </span>
    </Press>
  );
};
