import type { Me } from '../../app.ts';

/** The places of the twelve pictures in this person's grid: always the same for her, another order for her neighbour. */
export const codeOrder = (me: Me, count: number): readonly number[] => {
  const seed = [...`${me.firstName}${me.figure}${me.mark}`].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  const left = Array.from({ length: count }, (_, i) => i);
  const order: number[] = [];
  let state = seed;
  while (left.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    order.push(...left.splice((state >>> 8) % left.length, 1));
  }
  return order;
};
