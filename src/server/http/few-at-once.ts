/** Runs at most `most` of what it is given at a time; the rest waits in line. What it gives settles as the work does. */
export const fewAtOnce = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => line.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = line.shift();
      if (next) next();
      else running--;
    }
  };
};
