import * as v from 'valibot';
import type { NamedAction } from '#domain/actions';
import type { Facts } from '#domain/rule';
import { sortScan } from './scan.ts';
import { checkTicket } from './ticket.ts';

/** Organisation keys at hand: structure → its keys in multibase, undefined when this place never heard of it. */
export type KeysOf = (structure: string) => readonly string[] | undefined;

const WithTicket = v.looseObject({ ticket: v.string() });

/** Finds out, before the pure rule judges, what only signatures can tell. The same for phone and server. */
export const factsOf = async (action: NamedAction, origin: string, keysOf: KeysOf): Promise<Facts> => {
  const args = v.safeParse(WithTicket, action.args);
  if (!args.success) return {};
  const scanned = sortScan(args.output.ticket, origin);
  return scanned.kind === 'ticket' ? { ticket: await checkTicket(scanned.read, new URL(origin).host, keysOf) } : {};
};
