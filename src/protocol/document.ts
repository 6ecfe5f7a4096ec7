import * as v from 'valibot';
import { Instant } from '#domain/ids';

/** GET with `?url=`: a public document of the Open Badges world, fetched by the server for a page that may ask nobody else. */
export const DOCUMENT_PATH = '/api/document';

/** `document`: an object, a compact JWS, a public key in PEM, or (out of an old badge's picture) the address of its assertion. `address`: where it lay in the end. */
export const FetchedDocument = v.object({
  address: v.string(),
  asOf: Instant,
  document: v.union([v.string(), v.record(v.string(), v.unknown())]),
});
export type FetchedDocument = v.InferOutput<typeof FetchedDocument>;
