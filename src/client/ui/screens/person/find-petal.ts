import type { RoadView } from '#client/views/badge-view';

/** One badge of a road by its address: `next` (the next stop of the first road) or `<road>-<petal>`; and where one came from. */
export const findPetal = (roads: readonly RoadView[], stop: string) => {
  const isNext = stop === 'next';
  const [road = 0, index = -1] = isNext ? [0, roads[0]?.next ?? -1] : stop.split('-').map(Number);
  // The next stop stands at home; every other one is come to from its flower.
  const back = isNext ? '/' : road > 0 ? `/road?n=${road}` : '/road';
  return { petal: roads[road]?.petals[index], back };
};
