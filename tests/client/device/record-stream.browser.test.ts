import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { recordStream } from '#client/device/record-stream';

let ends: (() => void)[] = [];
// Browsers make no sound before somebody has touched the page.
beforeEach(() => userEvent.click(document.body));
afterEach(() => {
  for (const end of ends) end();
  ends = [];
});

/** A picture that moves and a tone: a camera and a microphone without asking anybody. */
const aStream = (withPicture: boolean): MediaStream => {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const out = audio.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  const tracks = [...out.stream.getAudioTracks()];
  if (withPicture) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 240];
    const context = canvas.getContext('2d');
    let x = 0;
    const timer = setInterval(() => {
      x = (x + 7) % 320;
      if (context) context.fillStyle = `hsl(${x} 80% 50%)`;
      context?.fillRect(x, 0, 40, 240);
    }, 40);
    tracks.push(...canvas.captureStream(25).getVideoTracks());
    ends.push(() => clearInterval(timer));
  }
  ends.push(() => void audio.close());
  return new MediaStream(tracks);
};

const taken = (stream: MediaStream, of: 'film' | 'voice', most: number) => {
  const parts: ArrayBuffer[] = [];
  const lengths: number[] = [];
  const onEnd = vi.fn<() => void>();
  const write = async (bytes: ArrayBuffer, ms: number): Promise<void> => {
    parts.push(bytes);
    lengths.push(ms);
  };
  const recording = recordStream(stream, { of, most, write, onEnd });
  if (!recording) throw new Error('this browser records nothing');
  return { recording, parts, lengths, onEnd };
};

/** How long a browser plays these bytes, in seconds. */
const playable = async (parts: readonly ArrayBuffer[], type: string): Promise<number> => {
  const media = document.createElement('video');
  media.muted = true;
  media.src = URL.createObjectURL(new Blob([...parts], { type }));
  await new Promise((resolve, reject) => {
    media.onloadeddata = resolve;
    media.onerror = () => reject(new Error(media.error?.message ?? 'broken'));
  });
  // A recording that was cut does not know its own length: the end tells it.
  media.currentTime = 1e6;
  await new Promise((resolve) => {
    media.onseeked = resolve;
  });
  URL.revokeObjectURL(media.src);
  return media.currentTime;
};

describe.each(['film', 'voice'] as const)('a %s', (of) => {
  it('is handed over second by second, and what came before a kill can be played', async () => {
    const { recording, parts, lengths } = taken(aStream(of === 'film'), of, 30_000);
    await vi.waitFor(() => expect(parts.length).toBeGreaterThanOrEqual(3), { timeout: 8_000 });
    const untilNow = [...parts];
    const said = lengths[untilNow.length - 1] ?? 0;
    await recording.end();
    // The app is killed now: only what was written is there.
    const seconds = await playable(untilNow, recording.type);
    console.info(`${of} ${recording.type}: ${said} ms said, ${Math.round(seconds * 1000)} ms playable, ${untilNow.length} parts`);
    expect(seconds * 1000).toBeGreaterThan(said - 2_000);
    expect(recording.type).toMatch(/^(video|audio)\/(mp4|webm|ogg)$/);
  });

  it('ends by itself when its time is over, and says so', async () => {
    const { onEnd, lengths } = taken(aStream(of === 'film'), of, 1_500);
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce(), { timeout: 5_000 });
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_500);
  });

  it('ends when the phone takes its devices away, and what came is there', async () => {
    const stream = aStream(of === 'film');
    const { onEnd, parts } = taken(stream, of, 30_000);
    await vi.waitFor(() => expect(parts.length).toBeGreaterThan(0), { timeout: 5_000 });
    for (const track of stream.getTracks()) track.stop();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce(), { timeout: 5_000 });
  });
});
