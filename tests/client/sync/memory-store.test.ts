import { memoryClientStore } from '../../build/memory-client-store.ts';
import { blankDisk } from '../../build/memory-place.ts';
import { clientStoreContract } from '../../contracts/client-store.contract.ts';

let disk = blankDisk();

clientStoreContract('memory', {
  open: () => memoryClientStore(disk),
  reset: async () => {
    disk = blankDisk();
  },
});
