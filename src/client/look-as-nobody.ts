import type { ScanOutcome } from '#client/ui/app';
import { sortScan } from '#protocol/scan';
import { checkTicket } from '#protocol/ticket';

/** What a scanned text is on a device that is nobody's yet and knows no organiser: the look of client/actions, without the store it would open. */
export const lookAsNobody = async (text: string, origin: string): Promise<ScanOutcome> => {
  const scanned = sortScan(text, origin);
  if (scanned.kind === 'badge') return { type: 'badge', badge: scanned.badge };
  if (scanned.kind === 'ticket-broken') return { type: 'refused', refusal: { type: 'TicketForged' } };
  if (scanned.kind !== 'ticket') return { type: scanned.kind };
  const { proof, ticket } = await checkTicket(scanned.read, new URL(origin).host, () => undefined);
  return proof === 'forged'
    ? { type: 'refused', refusal: { type: 'TicketForged' } }
    : { type: 'ticket', draw: ticket.draw, proof: 'unproven' };
};
