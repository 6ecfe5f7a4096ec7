// kbit/s by the header's index, layer III; index 0 (free format) and 15 are not used by any encoder we know.
const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const HERTZ_1 = [44_100, 48_000, 32_000];

interface Frame {
  readonly bytes: number;
  readonly ms: number;
}

const frameAt = (data: Uint8Array, at: number): Frame | undefined => {
  const [sync = 0, second = 0, third = 0] = data.subarray(at, at + 3);
  const version = (second >> 3) & 3;
  if (sync !== 0xff || second >> 5 !== 7 || version === 1 || ((second >> 1) & 3) !== 1) return undefined;
  const kbits = (version === 3 ? KBITS_1 : KBITS_2)[third >> 4] ?? 0;
  const base = HERTZ_1[(third >> 2) & 3];
  if (kbits === 0 || base === undefined) return undefined;
  // Version bits: 3 is MPEG 1, 2 is MPEG 2 (half the rate), 0 is MPEG 2.5 (a quarter); the two lower ones have half the samples.
  const hertz = version === 3 ? base : version === 2 ? base / 2 : base / 4;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor(((samples / 8) * kbits * 1000) / hertz) + ((third >> 1) & 1), ms: (samples * 1000) / hertz };
};

/** Bytes taken by the ID3v2 tag a recorder may put before the sound. */
const tagLength = (data: Uint8Array): number => {
  if (String.fromCharCode(...data.subarray(0, 3)) !== 'ID3') return 0;
  return data.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 127), 0) + 10;
};

/** How long an MP3 file sounds, in whole milliseconds; undefined when it is not one. Counted frame by frame, so true of any bitrate. */
export const mp3Milliseconds = (data: Uint8Array): number | undefined => {
  let at = tagLength(data);
  let ms = 0;
  for (let frame = frameAt(data, at); frame; frame = frameAt(data, at)) {
    at += frame.bytes;
    ms += frame.ms;
  }
  return ms === 0 ? undefined : Math.round(ms);
};
