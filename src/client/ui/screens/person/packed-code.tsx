import { createResource, createSignal, type JSX, onCleanup } from 'solid-js';
import { useApp } from '../../app.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { useWords } from '../../words.tsx';

/** How long one code stays: a cheap phone needs half of it to read one. */
const TURN_MS = 900;

/** A badge itself, as codes shown in turn to another phone. */
export const PackedCode = (props: { readonly texts: readonly string[] }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [codes] = createResource(
    () => props.texts,
    (texts) => Promise.all(texts.map((text) => app.qr(text))),
  );
  const [turn, setTurn] = createSignal(0);
  const timer = setInterval(() => setTurn(turn() + 1), TURN_MS);
  onCleanup(() => clearInterval(timer));
  onCleanup(app.keepAwake());
  return <QrCode svg={codes()?.[turn() % props.texts.length]} name={words.t('say.qr')} />;
};
