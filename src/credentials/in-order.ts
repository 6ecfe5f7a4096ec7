/** Order of texts by their UTF-16 units, which is how canonicalisers compare. */
export const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Puts a list in order, in place. Most lists here have a handful of items, which are in order sooner than `sort` has begun. */
export const inOrder = <T>(list: T[], order: (a: T, b: T) => number): readonly T[] => {
  if (list.length > 16) return list.sort(order);
  for (let i = 1; i < list.length; i++) {
    const item = list[i] as T;
    let at = i;
    for (; at > 0 && order(item, list[at - 1] as T) < 0; at--) list[at] = list[at - 1] as T;
    list[at] = item;
  }
  return list;
};
