/** Actions in one segment. */
export const MAX_ACTIONS = 250;
/** Actions in one push. */
export const MAX_PUSH_ACTIONS = 1000;
/** Bytes of a push body as sent (compressed or not). */
export const MAX_PUSH_BYTES = 256 * 1024;
/** Bytes of a push body once decompressed. */
export const MAX_PUSH_BYTES_INFLATED = 1024 * 1024;
/** Bytes of any other request body. */
export const MAX_BODY_BYTES = 16 * 1024;
/** Characters of a scanned text we look at (a QR code holds at most 4 296). */
export const MAX_SCAN_LENGTH = 4296;
/** Rows in one page of a pull. */
export const MAX_ROWS = 2000;
/** Depth of JSON we accept. */
export const MAX_DEPTH = 32;
/** Scopes above which a device sends only a digest of its cursors first. */
export const DIGEST_SCOPES = 8;
/** Milliseconds a removed record keeps its place. */
export const TOMBSTONE_MS = 400 * 86_400_000;
/** Bytes of a box, and of the answer to one, as a file. */
export const MAX_BOX_BYTES = 180 * 1024;
/** Bytes of a box, and of the answer to one, as frames: 16 codes of version 20. */
export const MAX_FRAMED_BYTES = 13_000;
