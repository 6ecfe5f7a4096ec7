import * as v from 'valibot';
import type { Signer } from '#base/ambient';
import { type Bytes, concatBytes, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from '#base/bytes';
import { formatUuid } from '#base/uuid';
import { verifySignature } from '#credentials/verify-signature';
import { HUES, SHAPES } from '#domain/draw';
import { EventTicket } from '#domain/event';
import type { Facts } from '#domain/rule';
import { isSignedBy, readCertificate } from './certificate.ts';

/** The path whose fragment is a ticket: `https://host/e#…`. */
export const TICKET_PATH = '/e';

const VERSION = 1;
const SIGNATURE = 64;

/** A ticket as read from a QR, nothing checked yet. `certificate` is the part of `bytes` that starts at `certificateAt`. */
export interface ReadTicket {
  readonly ticket: EventTicket;
  readonly bytes: Bytes;
  readonly certificateAt: number;
}

const seconds = (...times: readonly (number | null)[]): Bytes => {
  const bytes = new Uint8Array(4 * times.length);
  const view = new DataView(bytes.buffer);
  times.forEach((time, i) => {
    view.setUint32(4 * i, Math.floor((time ?? 0) / 1000));
  });
  return bytes;
};

const text = (value: string): Bytes => concatBytes(Uint8Array.of(utf8(value).length), utf8(value));

// version · event (16) · opens, closes, step (4 each, seconds; step 0 = poster) · shape and hue (1) · picture, title, mould (length-prefixed)
const payload = (ticket: EventTicket): Bytes => {
  const look = SHAPES.indexOf(ticket.draw.shape) * 16 + HUES.indexOf(ticket.draw.hue);
  const event = fromHex(ticket.event.replaceAll('-', '')) ?? new Uint8Array(16);
  return concatBytes(
    Uint8Array.of(VERSION),
    event,
    seconds(ticket.opens, ticket.closes, ticket.step),
    Uint8Array.of(look),
    text(ticket.draw.picture),
    text(ticket.draw.title),
    text(ticket.mould),
  );
};

const signedBytes = (host: string, part: Uint8Array) => concatBytes(utf8(`pepites:ticket:1\n${host}\n`), part);

/**
 * The text of an event QR: an address of `origin` whose fragment is the ticket, the organiser device's certificate and its signature
 * (about 380 characters, one QR v13). The structure is the certificate's. Works with no network.
 */
export const signTicket = async (signer: Signer, certificate: Bytes, origin: string, ticket: EventTicket): Promise<string> => {
  const part = concatBytes(payload(ticket), certificate);
  const signature = await signer.sign(signedBytes(new URL(origin).host, part));
  return `${origin}${TICKET_PATH}#${toBase64url(concatBytes(part, signature))}`;
};

const reader = (bytes: Bytes) => {
  let at = 0;
  const take = (length: number): Bytes => {
    if (at + length > bytes.length) throw new RangeError('cut');
    at += length;
    return bytes.slice(at - length, at);
  };
  return {
    take,
    byte: () => take(1)[0] ?? 0,
    text: () => fromUtf8(take(take(1)[0] ?? 0)),
    time: () => new DataView(take(4).buffer).getUint32(0) * 1000,
    rest: () => bytes.slice(at),
    at: () => at,
  };
};

/** Reads the fragment of a ticket address; null when it is not a whole ticket of a version we know. Nothing is verified. */
export const readTicket = (fragment: string): ReadTicket | null => {
  const bytes = fromBase64url(fragment);
  if (!bytes) return null;
  try {
    const read = reader(bytes);
    if (read.byte() !== VERSION) return null;
    const event = formatUuid(toHex(read.take(16)));
    const [opens, closes, step] = [read.time(), read.time(), read.time()];
    const look = read.byte();
    const draw = { shape: SHAPES[look >> 4], hue: HUES[look & 15], picture: read.text(), title: read.text() };
    const mould = read.text();
    const certified = readCertificate(read.rest());
    if (!certified || read.at() + certified.length + SIGNATURE !== bytes.length) return null;
    const said = { event, mould, structure: certified.certificate.structure, opens, closes, step: step === 0 ? null : step, draw };
    const ticket = v.safeParse(EventTicket, said);
    return ticket.success ? { ticket: ticket.output, bytes, certificateAt: read.at() } : null;
  } catch {
    // Cut in the middle, or text that is not UTF-8.
    return null;
  }
};

/**
 * Checks a ticket with the organisation keys at hand (structure → keys in multibase). An unknown organisation is not an error: `unproven`.
 * `expired`: the organiser's device was no longer allowed to sign at the ticket's own step (or, for a poster, at its opening).
 */
export const checkTicket = async (
  read: ReadTicket,
  host: string,
  keysOf: (structure: string) => readonly string[] | undefined,
): Promise<NonNullable<Facts['ticket']>> => {
  const { ticket, bytes } = read;
  const rest = bytes.slice(read.certificateAt);
  const certified = readCertificate(rest);
  if (!certified) return { ticket, proof: 'forged' };
  const part = bytes.slice(0, bytes.length - SIGNATURE);
  const signature = bytes.slice(bytes.length - SIGNATURE);
  if (!(await verifySignature(certified.certificate.device, signedBytes(host, part), signature))) return { ticket, proof: 'forged' };
  const keys = keysOf(ticket.structure);
  if (!keys) return { ticket, proof: 'unproven' };
  if (!(await isSignedBy(rest, certified.length, host, keys))) return { ticket, proof: 'forged' };
  return { ticket, proof: certified.certificate.expires <= (ticket.step ?? ticket.opens) ? 'expired' : 'proven' };
};
