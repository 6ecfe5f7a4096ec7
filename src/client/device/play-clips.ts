/** Plays recorded clips one after the other. */
export interface ClipPlayer {
  /**
   * Plays the clips of these keys, in order, after hushing what was playing. Keys without a clip, and broken clips, are passed over.
   * `on` is told each key that begins, and null at the end, or when it is hushed or may not sound.
   */
  play(keys: readonly string[], on?: (key: string | null) => void): void;
  hush(): void;
  stop(): void;
}

/** A WAV of one silent sample (8 kHz, 16 bits): what the first tap plays, so that iOS lets this element speak later by itself. */
const silence = (): Blob => {
  const wav = 'RIFF\x26\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x02\0\0\0\0\0';
  return new Blob([Uint8Array.from(wav, (char) => char.charCodeAt(0))], { type: 'audio/wav' });
};

interface Clip {
  readonly key: string;
  readonly address: string;
}

const hasAddress = (clip: { readonly key: string; readonly address: string | null }): clip is Clip => clip.address !== null;

/**
 * A voice made of sound files. `addressOf` gives the file of a key, null when nothing was recorded. Browsers play nothing before the first
 * tap: what is asked earlier is dropped, never kept for later (by then the screen has changed). One element for all: iOS unlocks elements.
 */
export const makeClipPlayer = (addressOf: (key: string) => string | null): ClipPlayer => {
  const audio = new Audio();
  let unlocked = false;
  let queue: readonly Clip[] = [];
  let tell: ((key: string | null) => void) | undefined;

  const begin = (address: string): void => {
    audio.src = address;
    // Refused when another clip has begun meanwhile (which goes on by itself) or when the file is broken (which its error event tells).
    audio.play().catch(() => undefined);
  };

  const next = (): void => {
    const [clip, ...rest] = queue;
    queue = rest;
    tell?.(clip?.key ?? null);
    if (clip) begin(clip.address);
    else tell = undefined;
  };
  audio.addEventListener('ended', next);
  audio.addEventListener('error', next);

  const hush = (): void => {
    queue = [];
    audio.pause();
    tell?.(null);
    tell = undefined;
  };

  const unlock = (): void => {
    forget();
    unlocked = true;
    begin(URL.createObjectURL(silence()));
  };
  const forget = (): void => {
    removeEventListener('pointerup', unlock, { capture: true });
    removeEventListener('keydown', unlock, { capture: true });
  };
  addEventListener('pointerup', unlock, { capture: true });
  addEventListener('keydown', unlock, { capture: true });

  return {
    play: (keys, on) => {
      hush();
      tell = on;
      queue = unlocked ? keys.map((key) => ({ key, address: addressOf(key) })).filter(hasAddress) : [];
      next();
    },
    hush,
    stop: () => {
      forget();
      hush();
    },
  };
};
