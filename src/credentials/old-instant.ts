import type { Millis } from '#base/ambient';

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Milliseconds of an instant as Open Badges 1 and 2 write it: ISO 8601, a day alone, or seconds since 1970 (version 1). Without a time
 * zone it is read as UTC. Null when it is none.
 */
export const parseOldInstant = (value: unknown): Millis | null => {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,10}$/.test(value))) {
    const seconds = Number(value);
    return Number.isFinite(seconds) && seconds >= 0 && seconds < 1e11 ? Math.floor(seconds * 1000) : null;
  }
  const match = typeof value === 'string' && value.length <= 40 ? ISO.exec(value) : null;
  if (match === null) return null;
  const [, day = '', minutes = '00:00', seconds = ':00', fraction = '', zone = 'Z'] = match;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(.\d\d):?/, '$1:');
  const millis = Date.parse(`${day}T${minutes}${seconds}${fraction.slice(0, 4)}${offset}`);
  // Date.parse takes the 31st of February for the 3rd of March.
  const exists = new Date(Date.parse(`${day}T00:00:00Z`) || 0).toISOString().startsWith(day);
  return Number.isNaN(millis) || !exists ? null : millis;
};
