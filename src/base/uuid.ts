import type { Chance, Clock } from './ambient.ts';
import { toHex } from './bytes.ts';

/** A fresh UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 bits of chance. */
export const uuidv7 = (clock: Clock, chance: Chance): string => {
  const time = Math.max(0, Math.min(clock(), 2 ** 48 - 1));
  const bytes = chance(16);
  for (let i = 5, rest = time; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return formatUuid(toHex(bytes));
};

/** 32 hexadecimal digits written as a UUID. */
export const formatUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
