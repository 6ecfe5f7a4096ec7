import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import type { Lasts } from '#domain/link';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { QrCode } from '../../../parts/qr-code.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { HeldBadge } from '../held-badge.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { LinkMade } from './link-made.tsx';
import { Networks } from './networks.tsx';
import './sending.css';

/** Sending one badge: by a link that stops, on the networks, on paper; and the links I gave. */
export const SendBadge = (): JSX.Element => <HeldBadge>{(badge) => <Sending badge={badge()} />}</HeldBadge>;

type Step = { readonly at: 'ways' | 'how-long' | 'networks' } | { readonly at: 'made'; readonly link: string; readonly address: string };

const Sending = (props: { readonly badge: BadgeView }): JSX.Element => {
  const app = useApp();
  const [step, setStep] = createSignal<Step>({ at: 'ways' });
  const made = () => {
    const now = step();
    return now.at === 'made' ? now : undefined;
  };
  const make = async (lasts: Lasts): Promise<void> => {
    const link = await app.makeLink(props.badge.id, lasts);
    if ('address' in link) setStep({ at: 'made', ...link });
  };
  const back = (): void => void setStep({ at: 'ways' });
  return (
    <Switch>
      <Match when={step().at === 'ways'}>
        <Ways badge={props.badge} onLink={() => setStep({ at: 'how-long' })} onNetworks={() => setStep({ at: 'networks' })} />
      </Match>
      <Match when={step().at === 'how-long'}>
        <HowLong onChosen={(lasts) => void make(lasts)} onBack={back} />
      </Match>
      <Match when={step().at === 'networks'}>
        <Networks badge={props.badge} onBack={back} />
      </Match>
      <Match when={made()} keyed>
        {(link) => <LinkMade badge={props.badge} link={link.link} address={link.address} onBack={back} />}
      </Match>
    </Switch>
  );
};

interface WaysProps {
  readonly badge: BadgeView;
  readonly onLink: () => void;
  readonly onNetworks: () => void;
}

const Ways = (props: WaysProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const hasLinks = () => (app.links() ?? []).some(({ open }) => open);
  const [svg] = createResource(
    () => (props.badge.shown === 'world' ? app.addressOf(props.badge.id) : undefined),
    (address) => app.qr(address),
  );
  return (
    <PersonScreen
      name="send-ways"
      say={['title.send-ways', 'label.by-link', 'label.networks', 'label.print', ...(hasLinks() ? ['label.my-links'] : [])]}
      back={`/badges/${props.badge.id}/show`}
    >
      <Heading title={words.t('title.send-ways')} say="title.send-ways" />
      <div class="print-only send-page">
        <Badge draw={props.badge.draw} level={props.badge.level} ribbon={props.badge.ribbon} caption />
        <p class="title">{app.me()?.firstName}</p>
        <p>{props.badge.structure}</p>
        {/* Whoever holds the paper can look, but only at what everyone may see. */}
        <Show when={svg()}>{(code) => <QrCode svg={code()} name={words.t('say.qr')} />}</Show>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
      <div class="four" role="group" aria-label={words.t('title.send-ways')} data-primary="">
        <Tile label={words.t('label.by-link')} say="label.by-link" onPress={() => props.onLink()}>
          <Picture of="by-link" />
        </Tile>
        <Tile label={words.t('label.networks')} say="label.networks" onPress={() => props.onNetworks()}>
          <Picture of="networks" />
        </Tile>
        <Tile label={words.t('label.print')} say="label.print" onPress={() => window.print()}>
          <Glyph of={GLYPHS.printer} class="big-glyph" />
        </Tile>
        <Show when={hasLinks()}>
          <Tile label={words.t('label.my-links')} say="label.my-links" href={`/me/links?from=${props.badge.id}`}>
            <Picture of="my-links" />
          </Tile>
        </Show>
      </div>
    </PersonScreen>
  );
};

const TIMES = [
  { lasts: 'day', picture: 'link-day', label: 'label.a-day' },
  { lasts: 'week', picture: 'link-week', label: 'label.a-week' },
  { lasts: 'month', picture: 'link-month', label: 'label.a-month' },
] as const;

const HowLong = (props: { readonly onChosen: (lasts: Lasts) => void; readonly onBack: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen
      name="how-long"
      say={['title.how-long', 'line.how-long', 'label.a-day', 'label.a-week', 'label.a-month']}
      back={() => props.onBack()}
    >
      <Heading title={words.t('title.how-long')} say="title.how-long" line={words.t('line.how-long')} lineSay="line.how-long" />
      {/* biome-ignore lint/a11y/useSemanticElements: equal answers, not a form */}
      <div class="send-times fill" role="group" aria-label={words.t('title.how-long')} data-primary="">
        <For each={TIMES}>
          {({ lasts, picture, label }) => (
            <Tile label={words.t(label)} say={label} class="send-time" onPress={() => props.onChosen(lasts)}>
              <Picture of={picture} />
            </Tile>
          )}
        </For>
      </div>
    </PersonScreen>
  );
};
