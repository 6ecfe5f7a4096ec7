import type { LeavingApp } from '../app-leaving.ts';

/** Somebody on her own phone. */
export const fixedLeaving: LeavingApp = { phone: () => 'mine', setPhone: () => undefined, leave: async () => 'left' };
