import type { Bytes } from '#base/bytes';

// FIPS 180-4 §4.2.2 and §5.3.3: the first 32 bits of the fractional parts of cube and square roots of the first primes.
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const state = new Int32Array(8);
const words = new Int32Array(64);
const encoder = new TextEncoder();
// A badge's canonical form fits; what a longer text needs is thrown away after it.
const room = new Uint8Array(32_768);

/** The eight words of a text's SHA-256, overwritten by the next call. */
export const sha256WordsOfText = (text: string): Int32Array => {
  const block = roomFor(3 * text.length);
  return digest(block, encoder.encodeInto(text, block).written);
};

/** The eight words of the SHA-256 of bytes, overwritten by the next call. */
export const sha256Words = (message: Uint8Array): Int32Array => {
  const block = roomFor(message.length);
  block.set(message);
  return digest(block, message.length);
};

const roomFor = (length: number): Bytes => (length + 72 <= room.length ? room : new Uint8Array(length + 72));

// Pads the message in place (FIPS 180-4 §5.1.1).
const digest = (block: Bytes, length: number): Int32Array => {
  const end = ((length + 72) >> 6) << 6;
  block.fill(0, length, end)[length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(end - 8, Math.floor(length / 2 ** 29));
  view.setUint32(end - 4, length << 3);
  state.set(START);
  for (let at = 0; at < end; at += 64) compress(view, at);
  return state;
};

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

// One block (FIPS 180-4 §6.2.2). Indexes stay inside the arrays; `Number` says so to the checker at no cost.
const compress = (view: DataView, at: number): void => {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const w15 = Number(words[i - 15]);
    const w2 = Number(words[i - 2]);
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    words[i] = (Number(words[i - 16]) + s0 + Number(words[i - 7]) + s1) | 0;
  }
  let a = Number(state[0]);
  let b = Number(state[1]);
  let c = Number(state[2]);
  let d = Number(state[3]);
  let e = Number(state[4]);
  let f = Number(state[5]);
  let g = Number(state[6]);
  let h = Number(state[7]);
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + Number(K[i]) + Number(words[i])) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = Number(state[0]) + a;
  state[1] = Number(state[1]) + b;
  state[2] = Number(state[2]) + c;
  state[3] = Number(state[3]) + d;
  state[4] = Number(state[4]) + e;
  state[5] = Number(state[5]) + f;
  state[6] = Number(state[6]) + g;
  state[7] = Number(state[7]) + h;
};
