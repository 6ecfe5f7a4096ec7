import { For, type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { type Network, networkAddress } from './network-address.ts';

interface NetworksProps {
  readonly badge: BadgeView;
  readonly onBack: () => void;
}

/** The networks: first, in pictures, whether the whole world may see this badge; it never does by itself. */
export const Networks = (props: NetworksProps): JSX.Element => (
  <Show when={props.badge.shown === 'world'} fallback={<ToWorld {...props} />}>
    <Choose {...props} />
  </Show>
);

const ToWorld = (props: NetworksProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="to-world" say={['title.to-world', 'line.to-world', 'label.not-now', 'label.world']} back={() => props.onBack()}>
      <Picture of="everyone" class="fill" say="title.to-world" />
      <Heading title={words.t('title.to-world')} say="title.to-world" line={words.t('line.to-world')} lineSay="line.to-world" />
      <div class="actions actions-equal">
        <BigButton tone="paper" tall glyph={GLYPHS.x} label={words.t('label.not-now')} say="label.not-now" onPress={() => props.onBack()} />
        <BigButton
          tone="ink"
          tall
          primary
          picture="everyone"
          label={words.t('label.world')}
          say="label.world"
          onPress={() => void app.show(props.badge.id, 'world')}
        />
      </div>
    </PersonScreen>
  );
};

const NETWORKS: readonly Network[] = ['linkedin', 'x', 'facebook', 'mail'];

const Choose = (props: NetworksProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="networks" say={['title.networks', ...NETWORKS.map((one) => `label.${one}`)]} back={() => props.onBack()}>
      <Heading title={words.t('title.networks')} say="title.networks" />
      {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
      <div class="four" role="group" aria-label={words.t('title.networks')} data-primary="">
        <For each={NETWORKS}>
          {(network) => (
            <a
              class="press tile"
              href={networkAddress(network, props.badge, app.addressOf(props.badge.id))}
              // A mail program needs no tab.
              target={network === 'mail' ? undefined : '_blank'}
              rel="noopener noreferrer"
              data-say={`label.${network}`}
            >
              <span class="tile-picture">
                <Picture of={`to-${network}`} />
              </span>
              <span class="tile-label">{words.t(`label.${network}`)}</span>
            </a>
          )}
        </For>
      </div>
    </PersonScreen>
  );
};
