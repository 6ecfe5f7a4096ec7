// Characters that move the cursor, change colours, turn the direction of reading or cannot be seen: a file's text must not play with a terminal.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

/** Text of unknown origin on one line, with what is unsafe on a terminal written as `\u001b`. */
export const printable = (text: string): string => text.replace(UNSAFE, escaped);

const MAX_LENGTH = 300;

/** Text of unknown origin between quotes, so that it can be taken for nothing we say; at most 300 characters of it. */
export const quoted = (text: string): string => {
  const short = Array.from(text.slice(0, 2 * MAX_LENGTH))
    .slice(0, MAX_LENGTH)
    .join('');
  const said = printable(short.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n'));
  return `"${said}"${short.length < text.length ? ` … (${text.length} characters)` : ''}`;
};

/** A value as one line of JSON that is still the same JSON, and safe on a terminal. */
export const jsonLine = (value: unknown): string => printable(JSON.stringify(value));
