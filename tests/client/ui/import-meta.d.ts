/** What Vite makes of the files that match a pattern; the test only asks their names. */
interface ImportMeta {
  glob(pattern: string | readonly string[]): Readonly<Record<string, unknown>>;
}
