import { type JSX, Show } from 'solid-js';
import type { Key } from '#i18n/fr';
import { useApp } from '../../../app.ts';
import type { TakeView } from '../../../app-capture.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { PlayMedia } from '../../../parts/play-media.tsx';
import { shownSay } from '../../../parts/shown-thumb.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';

interface ReviewProps {
  readonly take: TakeView;
  readonly title: Key;
  readonly line?: Key | undefined;
  /** `again` makes it anew, `drop` throws it away. */
  readonly other: 'again' | 'drop';
  readonly onOther: () => void;
  readonly onKeep: () => void;
  readonly busy?: boolean;
}

const OTHER = {
  again: { label: 'label.again', glyph: GLYPHS.again },
  drop: { label: 'label.drop', glyph: GLYPHS.trash },
} as const;

/** What was just made: see or hear it, then keep it or not. Both ways weigh the same. */
export const Review = (props: ReviewProps): JSX.Element => {
  const words = useWords();
  return (
    <>
      <Heading
        title={words.t(props.title)}
        say={props.title}
        line={props.line && words.t(props.line)}
        {...(props.line && { lineSay: props.line })}
      />
      <TakeLook take={props.take} />
      {/* biome-ignore lint/a11y/useSemanticElements: two equal ways, not a form */}
      <div class="actions actions-equal" role="group" aria-label={words.t(props.title)} data-primary="">
        <BigButton
          tone="paper"
          tall
          label={words.t(OTHER[props.other].label)}
          say={OTHER[props.other].label}
          glyph={OTHER[props.other].glyph}
          disabled={props.busy ?? false}
          onPress={() => props.onOther()}
        />
        <BigButton
          tone="yes"
          tall
          label={words.t('label.keep')}
          say="label.keep"
          glyph={GLYPHS.tick}
          disabled={props.busy ?? false}
          onPress={() => props.onKeep()}
        />
      </div>
    </>
  );
};

/** A photo to see, a film to watch, a voice to hear. */
export const TakeLook = (props: { readonly take: Pick<TakeView, 'kind' | 'address'> }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const moving = (): 'video' | 'voice' | undefined =>
    props.take.kind === 'video' || props.take.kind === 'voice' ? props.take.kind : undefined;
  return (
    <Show
      when={moving()}
      fallback={
        <div class="fill take-photo" data-say={shownSay(props.take.kind)}>
          <img class="take-photo-picture" src={props.take.address} alt={words.t(shownSay(props.take.kind))} />
        </div>
      }
    >
      {(kind) => (
        <PlayMedia
          class="fill"
          kind={kind()}
          address={props.take.address}
          name={words.t(kind() === 'voice' ? 'label.hear-it' : 'label.watch-it')}
          say={kind() === 'voice' ? 'label.hear-it' : 'label.watch-it'}
          onPlay={app.hush}
        />
      )}
    </Show>
  );
};

/** Who can be seen on it: three ways, each a picture. A film cannot be blurred. */
export const AskFaces = (props: {
  readonly take: TakeView;
  readonly busy: boolean;
  readonly onFaces: (faces: 'none' | 'agreed') => void;
  readonly onBlur: () => void;
}): JSX.Element => {
  const words = useWords();
  return (
    <>
      <Heading title={words.t('title.faces')} say="title.faces" />
      <TakeLook take={props.take} />
      {/* biome-ignore lint/a11y/useSemanticElements: equal ways, not a form */}
      <div class="actions faces-ways" role="group" aria-label={words.t('title.faces')} data-primary="">
        <Tile label={words.t('label.nobody-seen')} say="label.nobody-seen" disabled={props.busy} onPress={() => props.onFaces('none')}>
          <Picture of="photo-hands" />
        </Tile>
        <Show when={props.take.kind === 'photo'}>
          <Tile label={words.t('label.blur')} say="label.blur" disabled={props.busy} onPress={() => props.onBlur()}>
            <Picture of="blur-face" />
          </Tile>
        </Show>
        <Tile label={words.t('label.they-agree')} say="label.they-agree" disabled={props.busy} onPress={() => props.onFaces('agreed')}>
          <Picture of="they-agree" />
        </Tile>
      </div>
    </>
  );
};
