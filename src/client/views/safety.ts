import type { Safety } from './badge-view.ts';

/** What the server has said of this device's acts: judged and durable up to `acknowledged`, their effects here again up to `last`. */
export interface Said {
  readonly last: number;
  readonly acknowledged: number;
}

/** An act that waits, as far as views look at it. */
export interface Waiting {
  readonly n: number;
  readonly args: unknown;
}

/** Where act number `n` is (undefined: nothing waits, all is arrived). Sealed or not, what nobody has acknowledged is still only here. */
export const safetyOf = (n: number | undefined, said: Said): Safety => {
  if (n === undefined || n <= said.last) return 'arrived';
  return n <= said.acknowledged ? 'on-its-way' : 'kept-here';
};

/** Where the least safe of these acts is: the last one done, because acts leave in their order. */
export const safetyOfAll = (outbox: readonly Waiting[], said: Said): Safety => safetyOf(outbox.at(-1)?.n, said);

/** The number of the last waiting act about a badge. */
export const lastActAbout = (badge: string, outbox: readonly Waiting[]): number | undefined => lastActOf({ badge }, outbox);

/** The number of the last waiting act whose arguments say all of this. */
export const lastActOf = (about: { readonly [name: string]: string }, outbox: readonly Waiting[]): number | undefined =>
  outbox.findLast(({ args }) => says(args, about))?.n;

const says = (args: unknown, about: { readonly [name: string]: string }): boolean =>
  typeof args === 'object' && args !== null && Object.entries(about).every(([name, value]) => Reflect.get(args, name) === value);
