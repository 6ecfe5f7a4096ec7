import { type Bytes, toBase64url } from '#base/bytes';
import { BOX_KEY } from '#domain/box-key';
import { put } from '#domain/record';
import type { RecordStore } from '#domain/record-store';

/** Puts the key boxes are closed for into the catalogue; nothing is written when it stands there already. */
export const publishBoxKey = (store: RecordStore, publicKey: Bytes): Promise<void> => {
  const key = toBase64url(publicKey);
  const { scope, kind, id } = BOX_KEY;
  return store.judge([BOX_KEY], (records) => ({
    patches: records.get(scope, kind, id)?.key === key ? [] : [put(scope, kind, id, { key })],
    answer: undefined,
  }));
};
