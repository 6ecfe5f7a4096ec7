// Samples are numbers between -1 and 1.

/** Below this a sample is silence (-46 dB of full scale). */
const SILENT = 0.005;
/** Loudness every clip is brought to: effective value of what is not silence, -18 dB; no sample goes above -1 dB. */
const LOUD = 0.126;
const PEAK = 0.891;

/** Without the silence before and after, save a margin in seconds so that no consonant is bitten off. Empty when all is silence. */
export const trimmed = (samples: Float32Array, hertz: number, margin = 0.03): Float32Array => {
  const first = samples.findIndex((sample) => Math.abs(sample) > SILENT);
  if (first < 0) return new Float32Array();
  const last = samples.findLastIndex((sample) => Math.abs(sample) > SILENT);
  const kept = Math.round(margin * hertz);
  return samples.slice(Math.max(0, first - kept), last + 1 + kept);
};

/** As loud as every other clip: a sentence and a single word are heard alike. */
export const levelled = (samples: Float32Array): Float32Array => {
  const heard = samples.filter((sample) => Math.abs(sample) > SILENT);
  if (heard.length === 0) return samples;
  const effective = Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length);
  const highest = heard.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
  const gain = Math.min(LOUD / effective, PEAK / highest);
  return samples.map((sample) => sample * gain);
};
