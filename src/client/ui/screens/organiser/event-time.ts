/** A span longer than this is no day of anybody's diary: it is open until further notice. */
const LONGEST_SPAN_MS = 60 * 86_400_000;

/** The view was made when something last changed; a projected page stays open across the hour, so it asks again. */
export const stateAt = (now: number, event: { readonly opens: number; readonly closes: number }): 'early' | 'open' | 'over' => {
  if (now < event.opens) return 'early';
  return now < event.closes ? 'open' : 'over';
};

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/** The day or days of an event, the month in letters; undefined when it lasts so long that a day would say nothing. */
export const daysOf = (event: { readonly opens: number; readonly closes: number }, locale: string): string | undefined =>
  event.closes - event.opens > LONGEST_SPAN_MS
    ? undefined
    : // `closes` is excluded: an event until midnight has one day.
      new Intl.DateTimeFormat(locale, DAY).formatRange(event.opens, event.closes - 1);

/** One day, the month in letters. */
export const dayOf = (at: number, locale: string): string => new Intl.DateTimeFormat(locale, DAY).format(at);

/** A day and an hour. */
export const dayAndHour = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...DAY, hour: '2-digit', minute: '2-digit' }).format(at);

/** An hour. */
export const hourOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
