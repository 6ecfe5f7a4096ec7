export type Contenders = Readonly<Record<string, () => Promise<boolean>>>;

/** What one run costs in microseconds: by the clock, and of all processors together where that can be known (else the clock again). */
export interface Cost {
  readonly clock: number;
  readonly cpu: number;
}

/** The means of a place to measure. `cpu` counts microseconds of processor time; `tidy` lets everybody sweep before the next plays. */
export interface Meter {
  readonly cpu: () => number;
  readonly tidy: () => void;
}

export type Round = Readonly<Record<string, Cost>>;

const costOf = async (run: () => Promise<boolean>, forMs: number, { cpu }: Meter): Promise<Cost> => {
  const [clockBefore, cpuBefore] = [performance.now(), cpu()];
  let count = 0;
  let used = 0;
  do {
    // Reading the meters is dear beside a run of ours.
    for (let i = 0; i < 10; i++) if (!(await run())) throw new Error('a contender failed');
    count += 10;
    used = cpu() - cpuBefore;
  } while (used < forMs * 1000);
  return { clock: (1000 * (performance.now() - clockBefore)) / count, cpu: used / count };
};

/**
 * Rounds in each of which every contender runs for the same time, so that what disturbs the machine disturbs all. Time is of the
 * processor where it is known: a busy machine then does not cut the warming up short.
 */
export const pairedRounds = async (
  contenders: Contenders,
  { rounds, roundMs, warmUpMs }: { readonly rounds: number; readonly roundMs: number; readonly warmUpMs: number },
  meter: Meter,
): Promise<readonly Round[]> => {
  for (const run of Object.values(contenders)) await costOf(run, warmUpMs, meter);
  const found: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const costs: Record<string, Cost> = {};
    for (const [name, run] of Object.entries(contenders)) {
      meter.tidy();
      costs[name] = await costOf(run, roundMs, meter);
    }
    found.push(costs);
  }
  return found;
};
