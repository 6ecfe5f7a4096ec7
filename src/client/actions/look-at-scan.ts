import type { Chance, Clock } from '#base/ambient';
import { uuidv7 } from '#base/uuid';
import type { Draw } from '#domain/draw';
import type { Refusal } from '#domain/refusal';
import { sortScan } from '#protocol/scan';
import { checkTicket } from '#protocol/ticket';
import { predict } from './do-act.ts';
import { ISSUER_NEEDS, issuerKeys } from './issuer-keys.ts';
import type { KnowsWho, ReadRecords } from './ports.ts';

export interface LookDeps {
  readonly store: ReadRecords & KnowsWho;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly origin: string;
}

/** What came of looking at a scanned text. `unproven`: well signed, by an organiser this phone does not know yet. */
export type ScanOutcome =
  | { readonly type: 'ticket'; readonly draw: Draw; readonly proof: 'proven' | 'unproven' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'card' }
  | { readonly type: 'witness' }
  | { readonly type: 'link' }
  | { readonly type: 'badge'; readonly badge: string }
  | { readonly type: 'packed' }
  | { readonly type: 'foreign' };

/**
 * Looks at a scanned text and says what claiming would give, by the very rule that will judge, changing nothing.
 * On a device that is nobody's yet, a good ticket is a ticket: it can be kept.
 */
export const createLookAtScan =
  (deps: LookDeps) =>
  async (text: string): Promise<ScanOutcome> => {
    const scanned = sortScan(text, deps.origin);
    switch (scanned.kind) {
      case 'foreign':
      case 'card':
      case 'witness':
      case 'link':
      case 'packed':
        return { type: scanned.kind };
      case 'badge':
        return { type: 'badge', badge: scanned.badge };
      case 'ticket-broken':
        return { type: 'refused', refusal: { type: 'TicketForged' } };
      case 'ticket': {
        const { read } = scanned;
        const ticket = await checkTicket(read, new URL(deps.origin).host, issuerKeys(await deps.store.read(ISSUER_NEEDS)));
        if (ticket.proof === 'forged') return { type: 'refused', refusal: { type: 'TicketForged' } };
        if (ticket.proof === 'expired') return { type: 'refused', refusal: { type: 'TicketExpired' } };
        const who = await deps.store.identity();
        const args = { badge: uuidv7(deps.clock, deps.chance), ticket: text };
        const refusal = who ? await predict(deps, who, { ticket }, { name: 'claim-badge', v: 1, args }) : null;
        return refusal ? { type: 'refused', refusal } : { type: 'ticket', draw: ticket.ticket.draw, proof: ticket.proof };
      }
    }
  };
