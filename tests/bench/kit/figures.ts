/** The middle of several measurements. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return (low + high) / 2;
};

/** The value so many per cent of the measurements do not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil((values.length * share) / 100) - 1)] ?? Number.NaN;

/** Prints one figure beside its goal, with what it was the middle of. */
export const report = (name: string, values: readonly number[], unit: string, goal: number): void => {
  const middle = median(values);
  const each = values.map((value) => value.toFixed(unit === 'ms' ? 0 : 1)).join(' ');
  const verdict = middle <= goal ? 'reached' : 'MISSED';
  console.log(`${name}: ${middle.toFixed(unit === 'ms' ? 0 : 1)} ${unit} (goal ${goal} ${unit}: ${verdict}; runs ${each})`);
};
