import type { FlowerLook } from '#artwork/flower';
import type { RoadView } from '#client/views/badge-view';
import type { Draw } from '#domain/draw';

/** How a road looks as a flower: what is held in colour, what is to be won dashed, the next stop marked. */
export const flowerOf = (road: RoadView): FlowerLook => ({
  hue: road.key.hue,
  title: road.title,
  needed: road.needed,
  centre: part(road.key, road.keyHeld),
  petals: road.petals.map((petal) => part(petal.draw, petal.held)),
  ...(road.next !== null && { next: road.next }),
});

const part = (draw: Draw, held: boolean) =>
  ({
    shape: draw.shape,
    hue: draw.hue,
    picture: { href: `/pictures/${draw.picture}.svg` },
    title: draw.title,
    state: held ? 'held' : 'to-win',
    ribbon: 'none',
  }) as const;
