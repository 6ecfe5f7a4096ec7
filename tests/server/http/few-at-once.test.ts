import { expect, it } from 'vitest';
import { fewAtOnce } from '#server/http/few-at-once';

it('no more than so many run at once, in the order they came, and one that fails gives its place on', async () => {
  const few = fewAtOnce(2);
  const begun: number[] = [];
  const ends = new Map<number, (failed: boolean) => void>();
  const works = [0, 1, 2, 3].map((n) =>
    few(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(n);
          ends.set(n, (failed) => (failed ? reject(new Error('broken')) : resolve(n)));
        }),
    ).catch(() => -1),
  );
  const turn = () => new Promise(setImmediate);
  await turn();
  expect(begun).toEqual([0, 1]);
  ends.get(1)?.(true);
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  ends.get(0)?.(false);
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const n of [2, 3]) ends.get(n)?.(false);
  expect(await Promise.all(works)).toEqual([0, -1, 2, 3]);
});
