import { takeFromAddress } from '#client/device/secret-from-address';

/** What the address brought, already gone from it: this module is imported before every other. */
export const brought = takeFromAddress();
