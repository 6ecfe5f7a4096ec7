import { blankDisk, memoryClientStore } from '../../build/memory-client-store.ts';
import { clientStoreContract } from '../../contracts/client-store.contract.ts';

let disk = blankDisk();

clientStoreContract('memory', {
  open: () => memoryClientStore(disk),
  reset: async () => {
    disk = blankDisk();
  },
});
