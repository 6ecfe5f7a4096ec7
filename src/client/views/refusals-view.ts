import type { DeviceId } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Refusal } from '#domain/refusal';

/** An act of this device that the server could not do; its picture and voice are those of the refusal. */
export interface RefusalView {
  readonly n: number;
  readonly refusal: Refusal;
}

/** What must be read for the refusals. */
export const refusalsNeeds = (device: DeviceId): readonly Need[] => [{ scope: scopeOf('d', device), kind: 'refusal' }];

/** What the server refused of this device's acts, latest first. */
export const refusalsView = (device: DeviceId, records: Records): readonly RefusalView[] =>
  records
    .list(scopeOf('d', device), 'refusal')
    .map(({ body: { n, refusal } }) => ({ n, refusal }))
    .sort((a, b) => b.n - a.n);
