import * as v from 'valibot';
import { ActionId, Instant } from '#domain/ids';

/**
 * A person's act, one atomic unit: number `n` in its device's own sequence, done at `at` by the device's clock. Members a newer device
 * adds are kept: the chain is hashed over them.
 */
export const Action = v.looseObject({
  id: ActionId,
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31)),
  at: Instant,
  name: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/), v.maxLength(40)),
  v: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  args: v.record(v.string(), v.unknown()),
});
export type Action = v.InferOutput<typeof Action>;
