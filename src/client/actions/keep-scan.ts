import { sortScan } from '#protocol/scan';

export interface KeepScanDeps {
  readonly store: { keepScan(text: string | null): Promise<void>; keptScan(): Promise<string | null> };
  readonly origin: string;
}

/** A ticket scanned before the device is somebody's, kept until it can be claimed or is dropped. */
export interface KeepScanActs {
  /** Keeps the text of a ticket of ours; anything else is not kept. */
  keep(text: string): Promise<boolean>;
  kept(): Promise<string | null>;
  drop(): Promise<void>;
}

export const createKeepScan = ({ store, origin }: KeepScanDeps): KeepScanActs => ({
  keep: async (text) => {
    const isTicket = sortScan(text, origin).kind === 'ticket';
    if (isTicket) await store.keepScan(text);
    return isTicket;
  },
  kept: () => store.keptScan(),
  drop: () => store.keepScan(null),
});
