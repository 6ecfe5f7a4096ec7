import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, expect, it, vi } from 'vitest';
import { AppContext } from '#client/ui/app';
import type { Area } from '#client/ui/app-capture';
import { fixedApp } from '#client/ui/gallery/fixed-app';
import { BlurPhoto } from '#client/ui/screens/person/capture/blur-photo.tsx';
import { Speech } from '#client/ui/words.tsx';
import { ALL_PARTS } from '#i18n/words';

let leave: (() => void) | undefined;
afterEach(() => leave?.());

const WIDE =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20width=%22400%22%20height=%22200%22%3E%3Crect%20width=%22400%22%20height=%22200%22/%3E%3C/svg%3E';

/** A photo twice as wide as high in a square place: it stands in the middle, a quarter of the place above and below it is none of it. */
const setScene = async () => {
  const asked: (readonly Area[])[] = [];
  const onDone = vi.fn<(blurred: boolean) => void>();
  const place = document.body.appendChild(document.createElement('div'));
  const app = fixedApp({
    blur: async (take, areas) => {
      asked.push(areas);
      return take;
    },
  });
  const [take, setTake] = createSignal({ id: 'a', kind: 'photo' as const, address: WIDE, ms: 0 });
  const unmount = render(
    () => (
      <AppContext.Provider value={app}>
        <Speech locale="fr" parts={ALL_PARTS}>
          <BlurPhoto take={take()} onBlurred={(now) => setTake({ ...take(), address: now.address })} onDone={onDone} />
        </Speech>
      </AppContext.Provider>
    ),
    place,
  );
  leave = () => {
    unmount();
    place.remove();
  };
  const picture = await vi.waitFor(() => {
    const found = place.querySelector<HTMLImageElement>('.take-photo-picture');
    if (!found || found.naturalWidth === 0) throw new Error('no picture yet');
    return found;
  });
  Object.assign(picture.style, { width: '300px', height: '300px', border: '0', display: 'block' });
  const box = picture.getBoundingClientRect();
  const touch = (x: number, y: number): void => {
    const at = { clientX: box.left + x * 300, clientY: box.top + y * 300, detail: 1, bubbles: true };
    picture.closest('button')?.dispatchEvent(new MouseEvent('click', at));
  };
  return { place, asked, onDone, touch, button: picture.closest('button') };
};

const settled = (asked: readonly unknown[], n: number): Promise<void> => vi.waitFor(() => expect(asked).toHaveLength(n));

it('a touch blurs where the finger was, the same touch again takes it back', async () => {
  const { asked, touch } = await setScene();
  touch(0.5, 0.5);
  await settled(asked, 1);
  expect(asked[0]?.map(({ x, y }) => [Math.round(x * 20) * 5, Math.round(y * 20) * 5])).toEqual([[50, 50]]);
  touch(0.52, 0.5);
  await settled(asked, 2);
  expect(asked[1]).toEqual([]);
});

it('a touch beside the photo does nothing', async () => {
  const { asked, touch } = await setScene();
  touch(0.5, 0.1);
  touch(0.25, 0.4);
  await settled(asked, 1);
  expect(asked[0]?.map(({ x, y }) => [Math.round(x * 20) * 5, Math.round(y * 20) * 5])).toEqual([[25, 30]]);
});

it('arrows and Enter do as a finger', async () => {
  const { asked, button, onDone, place } = await setScene();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  button?.click();
  await settled(asked, 1);
  expect(asked[0]?.map(({ x, y }) => [Math.round(x * 20) * 5, Math.round(y * 20) * 5])).toEqual([[55, 50]]);
  await vi.waitFor(() => expect(place.querySelector<HTMLButtonElement>('.big-button-yes')?.disabled).toBe(false));
  place.querySelector<HTMLButtonElement>('.big-button-yes')?.click();
  expect(onDone).toHaveBeenCalledWith(true);
});
