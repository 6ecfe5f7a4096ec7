// Yjs with Hocuspocus' provider: one document is one set of records.
import { type Client, port, runRounds } from '../rounds.ts';
import { peer } from './packages.ts';

const Y = peer('yjs');
const { HocuspocusProvider, HocuspocusProviderWebsocket } = peer('@hocuspocus/provider');

const open = async (set: string): Promise<Client> => {
  const doc = new Y.Doc();
  const connect = () => {
    const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://localhost:${port()}` });
    const provider = new HocuspocusProvider({ websocketProvider, name: set, document: doc });
    provider.attach();
    return {
      provider,
      end: () => {
        provider.destroy();
        websocketProvider.destroy();
      },
    };
  };
  const synced = (provider: { isSynced: boolean; on(name: string, told: () => void): void }): Promise<void> =>
    new Promise((resolve) => {
      if (provider.isSynced) resolve();
      else provider.on('synced', resolve);
    });
  return {
    pull: async () => {
      const { provider, end } = connect();
      await synced(provider);
      end();
      return doc.getMap('records').size;
    },
    edit: async (edits) => {
      for (const { id, here, item, answer } of edits)
        doc.transact(() => {
          const record = doc.getMap('records').get(id);
          record.set('here', here);
          record.get('answers').set(item, answer);
        });
    },
    push: async () => {
      const { provider, end } = connect();
      await synced(provider);
      await new Promise<void>((resolve) => {
        const look = (): void => (provider.unsyncedChanges === 0 ? resolve() : undefined);
        provider.on('unsyncedChanges', look);
        look();
      });
      end();
    },
    close: async () => doc.destroy(),
  };
};

await runRounds(open);
