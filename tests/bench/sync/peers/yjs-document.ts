import type { WorkRecord } from '../workload.ts';
import { peer } from './packages.ts';

const Y = peer('yjs');

/** A document with every record as a map of its own, so that two edits of one record meet field by field. */
export const documentOf = (records: readonly WorkRecord[]) => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { id, body } of records) {
      const { answers, ...fields } = body;
      const record = new Y.Map(Object.entries(fields));
      record.set('answers', new Y.Map(Object.entries(answers)));
      doc.getMap('records').set(id, record);
    }
  });
  return doc;
};
