const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in words: minutes, then hours, then days. */
export const since = (at: number, now: number, locale: string): string => {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const past = Math.max(0, now - at);
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), 'minute');
  return past < DAY ? words.format(-Math.floor(past / HOUR), 'hour') : words.format(-Math.floor(past / DAY), 'day');
};
