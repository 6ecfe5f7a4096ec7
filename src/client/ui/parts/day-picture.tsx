import type { JSX } from 'solid-js';

interface DayPictureProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly locale: string;
}

/** A day as a leaf torn from a calendar: the month in letters, the day large. Read as a picture, named as a date. */
export const DayPicture = (props: DayPictureProps): JSX.Element => {
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(props.locale, options).format(props.at);
  return (
    <time class="day" datetime={new Date(props.at).toISOString()} data-say="say.a-date">
      <span class="only-heard">{part({ dateStyle: 'long' })}</span>
      <span class="day-rings" aria-hidden="true" />
      <span class="day-number" aria-hidden="true">
        {part({ day: 'numeric' })}
      </span>
      <span class="day-month" aria-hidden="true">
        {part({ month: 'long' })}
      </span>
    </time>
  );
};
