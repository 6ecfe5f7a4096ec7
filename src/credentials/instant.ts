import type { Millis } from '#base/ambient';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\.\d{1,9}Z|(?:\.\d{1,9})?[+-]\d\d:\d\d)$/;

/** Milliseconds of an xsd:dateTime that says its time zone (VCDM 2.0 §4.9), or null when it is none or no such day exists. */
export const parseInstant = (text: unknown): Millis | null => {
  if (typeof text !== 'string' || !INSTANT.test(text)) return null;
  const year = 100 * pairAt(text, 0) + pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  const hour = pairAt(text, 11);
  const minute = pairAt(text, 14);
  const second = pairAt(text, 17);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return null;
  const zone = text.endsWith('Z') ? 0 : zoneOf(text.slice(-6));
  if (zone === null) return null;
  const fraction = text.charAt(19) === '.' ? Number.parseFloat(text.slice(19)) : 0;
  const days = Date.UTC(2000 + (year % 400), month - 1, day) + Math.floor(year / 400 - 5) * CYCLE;
  return days + ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(fraction * 1000) - zone;
};

// The number two digits make. Several instants are read for every badge, and this costs a fifth of cutting them out.
const pairAt = (text: string, at: number): number => 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * DIGIT_ZERO;

const DIGIT_ZERO = 48;

// Milliseconds of `+hh:mm`.
const zoneOf = (text: string): Millis | null => {
  const [hour, minute] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  return hour > 14 || minute > 59 ? null : (text.startsWith('-') ? -1 : 1) * (hour * 60 + minute) * 60_000;
};

// The calendar repeats after 400 years; Date.UTC would read the years 0 to 99 as 1900 to 1999.
const CYCLE = 146_097 * 86_400_000;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The instant as credentials write it: whole seconds, UTC. */
export const formatInstant = (millis: Millis): string => `${new Date(Math.floor(millis / 1000) * 1000).toISOString().slice(0, 19)}Z`;
