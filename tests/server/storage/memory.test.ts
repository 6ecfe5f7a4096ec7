import { openMemoryStore } from '#server/storage/memory';
import { recordStoreContract } from '../../contracts/record-store.contract.ts';

recordStoreContract('memory', async () => openMemoryStore());
