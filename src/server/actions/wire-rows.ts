import type { Row } from '#domain/record';
import type { WireRow } from '#protocol/sync';

/** What the server remembers of chains is of no use to the device that made them. */
export const isForDevices = (row: Pick<Row, 'kind'>): boolean => row.kind !== 'head';

/** A row as it travels. */
export const toWire = ({ kind, id, v, body, stamps, seq, deleted }: Row): WireRow => ({
  kind,
  id,
  v,
  body: body as WireRow['body'],
  stamps,
  seq,
  deleted,
});
