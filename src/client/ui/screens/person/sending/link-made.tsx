import { createResource, createSignal, type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { DayPicture } from '../../../parts/day-picture.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { QrCode } from '../../../parts/qr-code.tsx';
import { SafetyMark } from '../../../parts/safety-mark.tsx';
import { useWords } from '../../../words.tsx';
import { copyText } from '../copy-text.ts';
import { PersonScreen } from '../person-screen.tsx';

interface LinkMadeProps {
  readonly badge: BadgeView;
  readonly link: string;
  readonly address: string;
  readonly onBack: () => void;
}

/** A link that was just made: its code for who stands here, the share sheet or a copy for who does not; until when it shows the badge. */
export const LinkMade = (props: LinkMadeProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [svg] = createResource(
    () => props.address,
    (text) => app.qr(text),
  );
  const [copied, setCopied] = createSignal(false);
  const link = () => app.links()?.find(({ id }) => id === props.link);
  // It leads somewhere once our server knows it.
  const line = () => ((link()?.safety ?? 'kept-here') === 'arrived' ? 'line.link-made' : 'line.link-waits');
  const copy = async (): Promise<void> => void setCopied(await copyText(props.address));
  // A computer has no share sheet: the same touch copies.
  const share = async (): Promise<void> => {
    if (!(await app.share(props.badge.draw.title, props.address))) await copy();
  };
  return (
    <PersonScreen name="link-made" say={copied() ? ['label.copied'] : ['title.link-made', line()]} back={() => props.onBack()}>
      <Heading title={words.t('title.link-made')} say="title.link-made" line={words.t(line())} lineSay={line()} />
      <div class="fill show-pair">
        <QrCode svg={svg()} name={words.t('say.link-code')} />
      </div>
      <Show when={link()}>
        {(known) => (
          <div class="facts-row">
            <DayPicture at={known().until} locale={words.locale} />
            <SafetyMark safety={known().safety} name={words.t(`label.${known().safety}`)} />
          </div>
        )}
      </Show>
      <div class="actions actions-equal">
        <BigButton
          tone="paper"
          tall
          glyph={copied() ? GLYPHS.tick : GLYPHS.copy}
          label={words.t(copied() ? 'label.copied' : 'label.copy')}
          say={copied() ? 'label.copied' : 'label.copy'}
          onPress={() => void copy()}
        />
        <BigButton
          tone="ink"
          tall
          primary
          glyph={GLYPHS.share}
          label={words.t('label.share')}
          say="label.share"
          onPress={() => void share()}
        />
      </div>
    </PersonScreen>
  );
};
