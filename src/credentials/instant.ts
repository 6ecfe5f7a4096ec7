import type { Millis } from '#base/ambient';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Milliseconds of an xsd:dateTime that says its time zone (VCDM 2.0 §4.9), or null when it is none or no such day exists. */
export const parseInstant = (text: unknown): Millis | null => {
  const match = typeof text === 'string' ? INSTANT.exec(text) : null;
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = 0, zoneHour = 0, zoneMinute = 0] = [match[7], match[9], match[10]].map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 14 || zoneMinute > 59) return null;
  const zone = (match[8] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute) * 60_000;
  const days = Date.UTC(2000 + (year % 400), month - 1, day) + Math.floor(year / 400 - 5) * CYCLE;
  return days + ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(fraction * 1000) - zone;
};

// The calendar repeats after 400 years; Date.UTC would read the years 0 to 99 as 1900 to 1999.
const CYCLE = 146_097 * 86_400_000;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The instant as credentials write it: whole seconds, UTC. */
export const formatInstant = (millis: Millis): string => `${new Date(Math.floor(millis / 1000) * 1000).toISOString().slice(0, 19)}Z`;
