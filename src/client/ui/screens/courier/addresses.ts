/** Carrying for phones without network. */
export const COURIER = '/courier';
/** How this device and its server stand. */
export const SYNC_PANEL = '/sync';
