/** Where verification finds what it does not fetch itself: a cache asked by id. */
export type Lookup<T> = (id: string) => T | undefined | Promise<T | undefined>;
