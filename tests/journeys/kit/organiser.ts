import * as v from 'valibot';
import type { Signer } from '#base/ambient';
import { type Bytes, fromBase64url, toBase64url } from '#base/bytes';
import { DEMO_EVENT } from '#content/demo';
import { generateSigner } from '#credentials/keys';
import { type EventTicket, TICKET_STEP_MS } from '#domain/event';
import { Enrolled, proofBytes } from '#protocol/entry';
import { signTicket } from '#protocol/ticket';
import { CONTENT_TYPE } from '#protocol/version';

/** An organiser's device without a screen, which signs what a screen never would: tickets of yesterday, of tomorrow, of other events. */
export interface Organiser {
  /** A ticket of the demonstration event, of this moment unless changed. */
  ticket(change?: Partial<EventTicket>): Promise<string>;
  /** A ticket whose window opens in an hour. */
  early(): Promise<string>;
  /** A ticket whose window closed an hour ago. */
  over(): Promise<string>;
}

const HOUR = 3_600_000;
const { id, event } = DEMO_EVENT;
const ofNow = (): EventTicket => ({
  event: id,
  mould: event.mould,
  structure: event.structure,
  opens: event.opens,
  closes: event.closes,
  step: Date.now() - (Date.now() % TICKET_STEP_MS),
  draw: event.draw,
});

const Challenged = v.object({ nonce: v.string() });

const ask = async (address: string, body: unknown): Promise<unknown> => {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': CONTENT_TYPE }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

const certify = async (origin: string, secret: string, signer: Signer): Promise<Bytes> => {
  const { nonce } = v.parse(Challenged, await ask(`${origin}/api/challenge`, {}));
  const device = signer.publicKey;
  const signature = toBase64url(await signer.sign(proofBytes('enrol', device, nonce)));
  const { certificate } = v.parse(Enrolled, await ask(`${origin}/api/enrol`, { with: 'invitation', secret, device, nonce, signature }));
  const bytes = certificate === undefined ? null : fromBase64url(certificate);
  if (!bytes) throw new Error('an organiser got no certificate');
  return bytes;
};

/** Enrols such a device with an invitation's address. */
export const makeOrganiser = async (invitation: string): Promise<Organiser> => {
  const { origin, hash } = new URL(invitation);
  const { signer } = await generateSigner({ extractable: true });
  const certificate = await certify(origin, hash.slice(1), signer);
  const ticket: Organiser['ticket'] = (change = {}) => signTicket(signer, certificate, origin, { ...ofNow(), ...change });
  const now = Date.now();
  return {
    ticket,
    early: () => ticket({ opens: now + HOUR, closes: now + 2 * HOUR, step: now }),
    over: () => ticket({ opens: now - 2 * HOUR, closes: now - HOUR, step: now }),
  };
};

/** The same ticket with one bit of its signature changed. */
export const forge = (text: string): string => {
  const url = new URL(text);
  const bytes = fromBase64url(url.hash.slice(1));
  if (!bytes) throw new Error(`no ticket: ${text}`);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  url.hash = toBase64url(bytes);
  return url.href;
};
