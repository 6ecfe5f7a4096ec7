import type { Clock, Signer } from '#base/ambient';
import { fromBase64url } from '#base/bytes';
import { TICKET_STEP_MS } from '#domain/event';
import { EventId, scopeOf } from '#domain/ids';
import { readCertificate } from '#protocol/certificate';
import { signTicket } from '#protocol/ticket';
import { parseAs } from './parse-as.ts';
import type { KnowsWho, ReadRecords } from './ports.ts';

export interface TicketDeps {
  readonly store: ReadRecords & KnowsWho;
  readonly signer: Signer;
  /** The server's time as well as it can be told: the step of a ticket is judged by everyone. */
  readonly clock: Clock;
  readonly origin: string;
}

/** The address an event's QR holds now, signed by this organiser's device with no network; `poster`: one for the wall, without a step. Null when it may not sign. */
export const createMakeTicket =
  ({ store, signer, clock, origin }: TicketDeps) =>
  async (event: string, poster: boolean): Promise<string | null> => {
    const id = await parseAs(EventId, event);
    const certificate = fromBase64url((await store.identity())?.certificate ?? '');
    const said = certificate && readCertificate(certificate)?.certificate;
    if (id === null || !certificate || !said || said.expires <= clock()) return null;
    const scope = scopeOf('e', id);
    const found = (await store.read([{ scope, kind: 'event', id }])).get(scope, 'event', id);
    if (!found || found.structure !== said.structure) return null;
    const { mould, structure, opens, closes, draw } = found;
    return signTicket(signer, certificate, origin, {
      event: id,
      mould,
      structure,
      opens,
      closes,
      draw,
      step: poster ? null : stepAt(clock()),
    });
  };

const stepAt = (now: number): number => Math.floor(now / TICKET_STEP_MS) * TICKET_STEP_MS;

/** Milliseconds until the ticket on the screen is replaced by the next. */
export const untilNextStep = (now: number): number => stepAt(now) + TICKET_STEP_MS - now;
