import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeClipPlayer } from '#client/device/play-clips';

/** A clip of `ms` milliseconds of a soft tone. */
const clip = (ms: number): string => {
  const samples = Math.round(8 * ms);
  const view = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string): void => {
    for (const [i, char] of [...text].entries()) view.setUint8(at + i, char.charCodeAt(0));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 8_000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  for (let i = 0; i < samples; i += 1) view.setUint8(44 + i, 128 + 8 * Math.sin(i / 3));
  return URL.createObjectURL(new Blob([view], { type: 'audio/wav' }));
};

const files: Record<string, string> = {
  one: clip(40),
  two: clip(60),
  long: clip(5_000),
  broken: URL.createObjectURL(new Blob(['not a sound'])),
};
let heard: string[];
let player: ReturnType<typeof makeClipPlayer>;

beforeEach(() => {
  document.body.style.minHeight = '100px';
  heard = [];
  const play = HTMLMediaElement.prototype.play;
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
    const key = Object.keys(files).find((name) => files[name] === this.src);
    if (key) heard.push(key);
    return play.call(this);
  });
  player = makeClipPlayer((key) => files[key] ?? null);
});
afterEach(() => {
  player.stop();
  vi.restoreAllMocks();
});

/** A real tap: browsers do not believe events made by scripts. */
const tap = (): Promise<void> => userEvent.click(document.body);

test('nothing plays before the first tap, and what was asked then is not played later', async () => {
  player.play(['one']);
  await tap();
  player.play(['two']);
  await vi.waitFor(() => expect(heard).toEqual(['two']));
});

test('clips follow each other', async () => {
  await tap();
  player.play(['one', 'two', 'one']);
  await vi.waitFor(() => expect(heard).toEqual(['one', 'two', 'one']), 5_000);
});

test('a missing clip and a broken one are passed over in silence', async () => {
  await tap();
  player.play(['never recorded', 'broken', 'two']);
  await vi.waitFor(() => expect(heard).toEqual(['broken', 'two']), 5_000);
});

test('a new request hushes the one before', async () => {
  await tap();
  player.play(['long', 'one']);
  player.play(['two', 'two']);
  await vi.waitFor(() => expect(heard).toEqual(['long', 'two', 'two']), 3_000);
});

test('after hush nothing follows', async () => {
  await tap();
  player.play(['one', 'two']);
  player.hush();
  player.play(['two']);
  await vi.waitFor(() => expect(heard).toEqual(['one', 'two']));
});
