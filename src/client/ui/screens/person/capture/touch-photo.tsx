import { createEffect, createSignal, type JSX, Show } from 'solid-js';

/** A point of a photo, as shares of its width and height. */
export interface PhotoPoint {
  readonly x: number;
  readonly y: number;
}

/** How far one press of an arrow key goes, as a share of the photo. */
const STEP = 0.05;

const MIDDLE: PhotoPoint = { x: 0.5, y: 0.5 };

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Where the photo itself is inside its element, which is as large as its place. */
const insideOf = (picture: HTMLImageElement): DOMRect => {
  const box = picture.getBoundingClientRect();
  const scale = Math.min(box.width / picture.naturalWidth, box.height / picture.naturalHeight);
  const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  return new DOMRect(box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height);
};

/** A photo that tells where it is touched, `shape` being its width by its height. By keyboard: arrows move a ring, Enter touches there. */
export const TouchPhoto = (props: {
  readonly address: string;
  readonly name: string;
  readonly say: string;
  readonly busy: boolean;
  /** Of the ring, as a share of the photo's width. */
  readonly radius: number;
  readonly onTouch: (at: PhotoPoint, shape: number) => void;
}): JSX.Element => {
  const [ring, setRing] = createSignal<PhotoPoint>();
  let picture: HTMLImageElement | undefined;
  const press = (event: MouseEvent): void => {
    if (!picture) return;
    const box = insideOf(picture);
    // A press without a finger comes from the keyboard: where the ring is.
    const finger = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    const at = event.detail === 0 ? (ring() ?? MIDDLE) : finger;
    if (at.x === within(at.x) && at.y === within(at.y)) props.onTouch(at, box.width / box.height);
  };
  const place = (spot: HTMLElement): void =>
    createEffect(() => {
      const at = ring();
      if (!at || !picture?.parentElement) return;
      const [box, frame] = [insideOf(picture), picture.parentElement.getBoundingClientRect()];
      spot.style.left = `${box.left - frame.left + at.x * box.width}px`;
      spot.style.top = `${box.top - frame.top + at.y * box.height}px`;
      spot.style.width = `${2 * props.radius * box.width}px`;
    });
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!by) return;
    event.preventDefault();
    const from = ring() ?? MIDDLE;
    setRing({ x: within(from.x + (by[0] ?? 0)), y: within(from.y + (by[1] ?? 0)) });
  };
  return (
    <button
      type="button"
      class="blur-photo"
      aria-label={props.name}
      aria-busy={props.busy}
      data-say={props.say}
      data-primary=""
      onClick={press}
      onKeyDown={move}
    >
      <img
        ref={(element) => {
          picture = element;
        }}
        class="take-photo-picture"
        src={props.address}
        alt=""
        draggable="false"
      />
      <Show when={ring()}>
        <span class="blur-ring" ref={place} />
      </Show>
    </button>
  );
};
