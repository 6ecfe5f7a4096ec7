import type { OutboxEntry } from '#client/sync/client-store';

/** What is remembered of an act that somebody did, whatever becomes of phones and servers. */
export interface Act {
  readonly entry: OutboxEntry;
  readonly phone: string;
  /** Who did it, as a scope of hers or of her structure. */
  readonly owner: string;
  /** What it is about, so that two acts on the same thing can be told: a badge, a questionnaire. */
  readonly subject: string;
  /** The acts its author had seen when she did it. */
  readonly known: ReadonlySet<string>;
  /** The person was told that it is kept. */
  kept: boolean;
  /** Its phone heard that the server has it. */
  acknowledged: boolean;
  /** It may be lost without anybody having broken a promise, and why. */
  excused: string | undefined;
}

export interface Ledger {
  readonly acts: Map<string, Act>;
  /** The id that ends like this. */
  byTail(tail: string): string | undefined;
  add(act: Act): void;
}

export const createLedger = (): Ledger => {
  const acts = new Map<string, Act>();
  const tails = new Map<string, string>();
  return {
    acts,
    byTail: (tail) => tails.get(tail),
    add: (act) => {
      const { id } = act.entry.action;
      acts.set(id, act);
      tails.set(id.slice(-17), id);
    },
  };
};
