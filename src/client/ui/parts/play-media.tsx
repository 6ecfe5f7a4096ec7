import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Press } from './press.tsx';

interface PlayMediaProps {
  readonly kind: 'video' | 'voice';
  readonly address: string;
  readonly name: string;
  readonly say: string;
  /** Called before it sounds: whatever speaks falls silent. */
  readonly onPlay?: () => void;
  readonly class?: string;
}

/** A film or a voice that plays when it is touched, and stops when it is touched again. */
export const PlayMedia = (props: PlayMediaProps): JSX.Element => {
  const [playing, setPlaying] = createSignal(false);
  let media: HTMLMediaElement | undefined;
  const hold = (element: HTMLMediaElement): void => {
    media = element;
    for (const event of ['ended', 'pause', 'error']) element.addEventListener(event, () => setPlaying(false));
    element.addEventListener('play', () => setPlaying(true));
  };
  onCleanup(() => media?.pause());
  const begin = async (element: HTMLMediaElement): Promise<void> => {
    props.onPlay?.();
    element.currentTime = 0;
    await element.play().catch(() => setPlaying(false));
  };
  const toggle = (): void => {
    if (!media) return;
    if (playing()) media.pause();
    else void begin(media);
  };
  return (
    <Press
      class={`play-media play-media-${props.kind} ${props.class ?? ''}`}
      name={props.name}
      say={props.say}
      pressed={playing()}
      onPress={toggle}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: what somebody said a minute ago has no captions */}
      <Show when={props.kind === 'video'} fallback={<audio ref={hold} src={props.address} preload="auto" />}>
        {/* biome-ignore lint/a11y/useMediaCaption: what somebody filmed a minute ago has no captions */}
        <video ref={hold} src={props.address} playsinline preload="auto" />
      </Show>
      <span class="play-media-sign">
        <Glyph of={playing() ? GLYPHS.stop : GLYPHS.play} />
      </span>
    </Press>
  );
};
