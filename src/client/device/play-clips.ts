/** Plays recorded clips one after the other. */
export interface ClipPlayer {
  /** Plays the clips of these keys, in order, after hushing what was playing. Keys without a clip, and broken clips, are passed over. */
  play(keys: readonly string[]): void;
  hush(): void;
  stop(): void;
}

/** A WAV of one silent sample (8 kHz, 16 bits): what the first tap plays, so that iOS lets this element speak later by itself. */
const silence = (): Blob => {
  const wav = 'RIFF\x26\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x02\0\0\0\0\0';
  return new Blob([Uint8Array.from(wav, (char) => char.charCodeAt(0))], { type: 'audio/wav' });
};

/**
 * A voice made of sound files. `addressOf` gives the file of a key, null when nothing was recorded. Browsers play nothing before the first
 * tap: what is asked earlier is dropped, never kept for later (by then the screen has changed). One element for all: iOS unlocks elements.
 */
export const makeClipPlayer = (addressOf: (key: string) => string | null): ClipPlayer => {
  const audio = new Audio();
  let unlocked = false;
  let queue: readonly string[] = [];

  const begin = (address: string): void => {
    audio.src = address;
    // Refused when another clip has begun meanwhile (which goes on by itself) or when the file is broken (which its error event tells).
    audio.play().catch(() => undefined);
  };

  const next = (): void => {
    const [address, ...rest] = queue;
    queue = rest;
    if (address !== undefined) begin(address);
  };
  audio.addEventListener('ended', next);
  audio.addEventListener('error', next);

  const hush = (): void => {
    queue = [];
    audio.pause();
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
    play: (keys) => {
      hush();
      if (!unlocked) return;
      queue = keys.map(addressOf).filter((address) => address !== null);
      next();
    },
    hush,
    stop: () => {
      forget();
      hush();
    },
  };
};
