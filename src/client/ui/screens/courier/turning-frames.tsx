import { createEffect, createResource, createSignal, type JSX, onCleanup } from 'solid-js';
import { useApp } from '../../app.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { useWords } from '../../words.tsx';
import './courier.css';

/** How long each code stays, in milliseconds: a cheap camera reads two or three in a second. */
const STAY_MS = 450;

/** Codes shown in turn, for ever, on a screen kept lit: whoever reads them may begin anywhere and miss some. */
export const TurningFrames = (props: { readonly frames: readonly string[] }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [drawn] = createResource(
    () => props.frames,
    (frames) => Promise.all(frames.map((text) => app.qr(text))),
  );
  const [at, setAt] = createSignal(0);
  createEffect(() => {
    const count = drawn()?.length ?? 0;
    setAt(0);
    if (count < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % count), STAY_MS);
    onCleanup(() => clearInterval(timer));
  });
  onCleanup(app.keepAwake());
  return (
    <div class="frames">
      <QrCode svg={drawn()?.[at()]} name={words.t('say.qr')} />
    </div>
  );
};
