import type { Json } from '#base/canonical-json';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { WireRow } from '#protocol/sync';

/** A row that has travelled, in its scope again. */
export const rowIn = (scope: Scope, row: WireRow): Row => ({ ...row, scope, body: row.body as Json });
